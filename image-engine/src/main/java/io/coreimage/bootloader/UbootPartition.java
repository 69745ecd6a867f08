package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** U-Boot with its environment in a partition of its own, twice. */
final class UbootPartition implements Bootloader {

    private static final String SAMPLE = "ubootpart.sel";

    @Override
    public BootFiles run(BootSnaps snaps, RunSystem system) {
        throw new RefusedException(
                "cannot start Ubuntu Core 16 or 18 by a structure with role system-boot-state: it is for Ubuntu Core 20"
                        + " and later");
    }

    @Override
    public BootFiles recover(BootSnaps snaps, RecoverySystem system) throws IOException {
        byte[] sample = GadgetFile.read(snaps.gadgetFiles(), SAMPLE);
        if (sample.length > 0) {
            RedundantEnvironment.checkSample(sample);
        }
        FileTree.Builder seed = snaps.newTree();
        new KernelFiles(snaps, seed).copyAll(system.directory() + "/kernel");
        byte[] state = RedundantEnvironment.empty().with(system.variables()).toBytes();
        return new BootFiles(FileTree.empty(), seed.build(), Map.of(), ByteSource.of(state), List.of());
    }
}
