package io.coreimage.disk;

import io.coreimage.bytes.Size;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Carries a plan out: each byte is copied once, by the kernel where it can; holes stay holes, and the file appears when
 * it is whole.
 */
public final class DiskWriter {

    private DiskWriter() {}

    /** Write the plan to a file, which is replaced if it is there. */
    public static void write(DiskPlan plan, Path file) {
        write(plan, file, 1, WriteProgress.NONE);
    }

    /**
     * Write the plan to a file, which is replaced if it is there.
     * @param plan what to write
     * @param file where to
     * @param threads how many threads write; more than one helps where sources have to be computed or decompressed
     * @param progress hears how far it is
     */
    public static void write(DiskPlan plan, Path file, int threads, WriteProgress progress) {
        Path absolute = file.toAbsolutePath();
        try {
            List<Batch> batches = Batch.of(plan);
            checkRoom(batches, absolute);
            writeWhole(plan, batches, absolute, threads, progress);
        } catch (IOException ex) {
            throw new FaultException("cannot write \"" + file + "\": " + reason(ex, absolute), ex);
        }
    }

    private static void writeWhole(DiskPlan plan, List<Batch> batches, Path file, int threads, WriteProgress progress)
            throws IOException {
        try (PartialFile partial = PartialFile.create(file)) {
            new BatchQueue(batches, partial, progress).writeAll(Math.max(1, threads));
            partial.setSize(plan.size());
            partial.moveIntoPlace();
        }
    }

    /** Refuse early what would fill the disk after minutes. */
    private static void checkRoom(List<Batch> batches, Path file) throws IOException {
        Path folder = file.getParent();
        long needed = batches.stream().mapToLong(Batch::size).sum();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (needed > free) {
            throw new FaultException(
                    "cannot write \"" + file + "\": it needs " + Size.ofBytes(needed) + ", but only "
                            + Size.ofBytes(free) + " are free",
                    "Make room on that disk, or write to another one.",
                    null);
        }
    }

    private static String reason(IOException ex, Path file) {
        if (ex instanceof NoSuchFileException) {
            return "there is no folder \"" + file.getParent() + "\"";
        }
        if (ex instanceof AccessDeniedException) {
            return "the folder \"" + file.getParent() + "\" may not be written to";
        }
        String said = ex instanceof FileSystemException known ? known.getReason() : ex.getMessage();
        return said == null ? ex.toString() : said;
    }
}
