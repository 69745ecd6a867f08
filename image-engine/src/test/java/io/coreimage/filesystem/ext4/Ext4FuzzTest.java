package io.coreimage.filesystem.ext4;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.MutableBytes;
import java.io.IOException;

/** Hostile bytes are read, refused with a place, or found to be wrong; never more. */
class Ext4FuzzTest {

    @FuzzTest(maxDuration = "10m")
    void aFileSystemIsReadOrRefused(byte[] input) throws IOException {
        ByteSource disk = new MutableBytes(input);
        boolean clean = Ext4.check(disk).isEmpty();
        try {
            FileTree tree = Ext4.open(disk).tree();
            for (FileTree.Entry each : tree.entries()) {
                touch(each.node());
            }
        } catch (MalformedException ex) {
            if (clean) {
                throw new AssertionError("the check found nothing, but the reader did", ex);
            }
        }
    }

    private static void touch(FileTree.Node node) throws IOException {
        if (node instanceof FileTree.RegularFile file
                && !file.content().dataRanges().isEmpty()) {
            ByteSource content = file.content();
            long from = content.dataRanges().get(0).from();
            content.slice(from, Math.min(4096, content.size() - from)).readAll();
        }
    }
}
