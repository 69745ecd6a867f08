package io.coreimage.bootloader;

import io.coreimage.bytes.FileTree;
import java.util.List;

/** Recovery systems for tests. */
final class RecoverySystems {

    private RecoverySystems() {}

    static RecoverySystem of(String label, String... flags) {
        return new RecoverySystem(label, "/snaps/kernel_1.snap", List.of(flags), false, FileTree.empty());
    }
}
