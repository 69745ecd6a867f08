package io.coreimage.bootloader;

import io.coreimage.bytes.FileTree;
import io.coreimage.gadget.Gadget;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.snap.Architecture;
import java.time.Instant;

/**
 * What every boot loader looks at.
 * @param architecture the machine's architecture
 * @param gadget what gadget.yaml says
 * @param gadgetSnap the files of the gadget
 * @param kernelSnap the files of the kernel
 * @param modified the time of what is made here
 */
public record BootSnaps(
        Architecture architecture, Gadget gadget, FileTree gadgetSnap, FileTree kernelSnap, Instant modified) {

    SnapFiles gadgetFiles() {
        return SnapFiles.of(gadgetSnap, "the gadget snap");
    }

    SnapFiles kernelFiles() {
        return SnapFiles.of(kernelSnap, "the kernel snap");
    }

    FileTree.Builder newTree() {
        return FileTree.builder(FileTree.Attributes.directory(modified));
    }
}
