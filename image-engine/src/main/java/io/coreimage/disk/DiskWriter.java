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
 *
 * <pre>
 * pc.img.partial   grows while this process holds its lock; a killed build leaves it, the next one begins it anew
 * pc.img           the old file until the rename, the new one from then on
 * </pre>
 *
 * <p>Nothing is forced to the disk ({@code fsync}), no more than by other tools that build: the system writes it back when
 * it likes. A process may die at any time; for a machine that may, {@code sync} has to be called before it is relied on.
 */
public final class DiskWriter {

    private DiskWriter() {}

    /** Write the plan to a file, which is replaced if it is there. */
    public static void write(DiskPlan plan, Path file) {
        write(plan, file, WriteOptions.DEFAULT);
    }

    /**
     * Write the plan to a file, which is replaced if it is there.
     * @return the sums that the options ask for
     */
    public static DiskSums write(DiskPlan plan, Path file, WriteOptions options) {
        Path absolute = file.toAbsolutePath();
        try (SumsBeside sums = SumsBeside.start(plan, options)) {
            List<Batch> batches = Batch.of(plan);
            checkRoom(batches, absolute);
            return writeWhole(plan, batches, absolute, options, sums);
        } catch (IOException ex) {
            throw new FaultException("cannot write \"" + file + "\": " + reason(ex, absolute), ex);
        }
    }

    private static DiskSums writeWhole(
            DiskPlan plan, List<Batch> batches, Path file, WriteOptions options, SumsBeside sums) throws IOException {
        try (PartialFile partial = PartialFile.create(file)) {
            new BatchCrew(batches, options.threads(), partial, options.progress()).write(options.threads());
            partial.setSize(plan.size());
            DiskSums finished = sums.finish();
            partial.moveIntoPlace();
            return finished;
        }
    }

    /** Refuse early what would fill the disk after minutes. */
    private static void checkRoom(List<Batch> batches, Path file) throws IOException {
        Path folder = file.getParent();
        long needed = batches.stream().mapToLong(Batch::size).sum();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        // Asking a FileStore would read the table of all mounts first.
        long free = folder.toFile().getUsableSpace();
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
