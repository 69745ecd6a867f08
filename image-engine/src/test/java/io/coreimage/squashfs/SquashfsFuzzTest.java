package io.coreimage.squashfs;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Hasher;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.io.UncheckedIOException;

class SquashfsFuzzTest {

    private static final long READ_OF_A_FILE = 1 << 18;
    private static final long READ_IN_ALL = 4 << 20;

    @FuzzTest(maxDuration = "10m")
    void everyImageIsReadOrRefused(byte[] input) throws IOException {
        try {
            readAll(Squashfs.open(ByteSource.of(input)));
        } catch (MalformedException ex) {
            if (!ex.getMessage().startsWith("malformed squashfs ")) {
                throw new AssertionError("no sentence: " + ex.getMessage(), ex);
            }
        }
    }

    private static void readAll(Squashfs image) throws IOException {
        long left = READ_IN_ALL;
        for (FileTree.Entry each : image.tree().entries()) {
            if (each.node() instanceof FileTree.RegularFile file && left > 0) {
                left -= read(file.content());
            }
        }
    }

    /** Read the start and the end of a file, each broken one for itself. */
    private static long read(ByteSource content) throws IOException {
        long count = Math.min(READ_OF_A_FILE, content.size());
        Hasher nowhere = Digest.Algorithm.SHA_256.newHasher();
        try {
            content.copyTo(0, count, nowhere);
            content.copyTo(content.size() - count, count, nowhere);
            content.dataRanges();
        } catch (MalformedException ex) {
            return count;
        } catch (UncheckedIOException ex) {
            throw ex.getCause();
        }
        return 2 * count;
    }
}
