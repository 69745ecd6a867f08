package io.coreimage.delivery;

import io.coreimage.bytes.Digest;
import io.coreimage.disk.DiskPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes a disk in any forms, each from the plan: no form waits for another to be written first, and none is read again
 * for its sum.
 * @param threads how many threads compress; the bytes are the same however many there are
 * @param sums whether the SHA-256 of every file is wanted
 */
public record ImageWriter(int threads, boolean sums) {

    public ImageWriter {
        threads = Math.max(1, threads);
    }

    /**
     * Write a disk to a file in each form; files appear when they are whole.
     * @return the SHA-256 of each file, if they are wanted
     */
    public Map<Path, Digest> write(DiskPlan disk, Map<OutputFormat, Path> files) throws IOException {
        return new Shipment(disk, files, this).write();
    }
}
