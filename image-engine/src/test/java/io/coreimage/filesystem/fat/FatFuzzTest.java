package io.coreimage.filesystem.fat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.MutableBytes;
import java.io.IOException;
import java.util.Arrays;

/** Volumes of hostile bytes: what is read is whole, or is refused. */
class FatFuzzTest {

    private static final int VOLUME = 1 << 16;

    /** The input is the start of a volume of 64 KiB, the rest of which is zero. */
    @FuzzTest(maxDuration = "10m")
    void readsOrRefuses(byte[] input) throws IOException {
        MutableBytes bytes = new MutableBytes(Arrays.copyOf(input, Math.max(VOLUME, input.length)));
        try {
            FatVolume volume = FatVolume.open(bytes);
            volume.check();
            for (FileTree.Entry entry : volume.tree().entries()) {
                if (entry.node() instanceof RegularFile file) {
                    file.content().readAll();
                }
            }
        } catch (MalformedException expected) {
            // What a reader of bytes from outside may throw.
        }
    }
}
