package io.coreimage.delivery;

import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.BlockMap;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes a disk in any form, each from the plan: no form waits for another to be written first.
 * @param threads how many threads compress; the bytes are the same however many there are
 */
public record ImageWriter(int threads) {

    public ImageWriter {
        threads = Math.max(1, threads);
    }

    /** Write a disk to a file, which appears when it is whole. */
    public void write(DiskPlan disk, OutputFormat format, Path file) throws IOException {
        switch (format) {
            case IMG -> DiskWriter.write(disk, file);
            case IMG_XZ -> CompressedImage.writeXz(disk, file, threads);
            case IMG_ZST -> CompressedImage.writeZstandard(disk, file, threads);
            case IMG_GZ -> CompressedImage.writeGzip(disk, file, threads);
            case QCOW2 -> DiskWriter.write(Qcow2.plan(disk), file);
            case BMAP -> writeText(BlockMap.of(disk, threads).toXml(), file);
            case SHA256SUMS -> throw new IllegalArgumentException(format + " is not made of one disk");
        }
    }

    private static void writeText(String text, Path file) {
        DiskWriter.write(DiskPlan.of(ByteSource.of(text.getBytes(StandardCharsets.UTF_8))), file);
    }
}
