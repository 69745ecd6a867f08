package io.coreimage.disk;

import io.coreimage.bytes.ByteRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Carries a plan out: each byte is copied once, holes stay holes, and the file appears when it is whole. */
public final class DiskWriter {

    private DiskWriter() {}

    /** Write the plan to a file, which is replaced if it is there. */
    public static void write(DiskPlan plan, Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            writeExtents(plan, partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void writeExtents(DiskPlan plan, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (Extent extent : plan.extents()) {
                writeExtent(extent, channel);
            }
            Truncation.setSize(channel, plan.size());
        }
    }

    private static void writeExtent(Extent extent, FileChannel channel) throws IOException {
        for (ByteRange range : extent.source().dataRanges()) {
            channel.position(extent.offset() + range.from());
            extent.source().copyTo(range.from(), range.count(), channel);
        }
    }
}
