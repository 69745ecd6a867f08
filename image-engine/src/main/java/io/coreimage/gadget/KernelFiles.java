package io.coreimage.gadget;

import io.coreimage.bytes.FileTree;
import java.io.IOException;

/** Looks at the files of a kernel snap before it is packed. */
public final class KernelFiles {

    private KernelFiles() {}

    /** Refuse a kernel.yaml that is wrong, or that names files which are not there. */
    public static void check(FileTree snap) throws IOException {
        SnapFiles files = SnapFiles.of(snap, "the kernel snap");
        KernelAssets.read(files)
                .assets()
                .forEach((name, asset) -> asset.content().forEach(each -> {
                    if (files.find(each) == null) {
                        throw Rule.KERNEL_ASSET.refuseSource(
                                each, "the kernel snap", "asset \"" + name + "\" needs it");
                    }
                }));
    }
}
