package io.coreimage.delivery;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Hasher;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A disk in a compressed file, made from its plan without the image being written first.
 *
 * <p>The plan tells what each stretch is worth: holes are compressed without looking, snaps are stored as they are, and
 * only the rest is squeezed. Stretches are made by several threads and written in the disk's order, so that the bytes
 * are the same however many there are.
 */
public final class CompressedImage {

    private static final int INPUT_AND_RESULTS = 3;

    private final ByteSource content;
    private final StreamPlan plan;
    private final StreamFormat format;
    private final int threads;
    private final Buffers buffers = new Buffers(Math.toIntExact(Stretch.Kind.PACKED.limit()));
    private final @Nullable Hasher hasher;

    private CompressedImage(DiskPlan disk, OutputFormat format, int threads, @Nullable Hasher hasher) {
        this.content = disk.asSource();
        this.plan = StreamPlan.of(disk);
        this.format = streamFormat(format, plan.effort());
        this.threads = Math.min(threads, threadsInMemory());
        this.hasher = hasher;
    }

    /** Write a disk in the xz format. */
    public static void writeXz(DiskPlan disk, Path file, int threads) throws IOException {
        write(disk, OutputFormat.IMG_XZ, file, threads, null);
    }

    /** Write a disk in the Zstandard format. */
    public static void writeZstandard(DiskPlan disk, Path file, int threads) throws IOException {
        write(disk, OutputFormat.IMG_ZST, file, threads, null);
    }

    /** Write a disk in the gzip format. */
    public static void writeGzip(DiskPlan disk, Path file, int threads) throws IOException {
        write(disk, OutputFormat.IMG_GZ, file, threads, null);
    }

    /** Write a disk in one of the compressed formats, and show every byte of the file to a hasher if there is one. */
    static void write(DiskPlan disk, OutputFormat format, Path file, int threads, @Nullable Hasher hasher)
            throws IOException {
        new CompressedImage(disk, format, threads, hasher).write(file);
    }

    private static StreamFormat streamFormat(OutputFormat format, Effort effort) {
        return switch (format) {
            case IMG_XZ -> new Xz(effort);
            case IMG_ZST -> new Zstandard();
            case IMG_GZ -> new Gzip(effort);
            default -> throw new IllegalArgumentException(format + " is not compressed");
        };
    }

    /** Squeezing may take a hundred megabytes a thread. Where memory is short, fewer threads give the same bytes later. */
    private int threadsInMemory() {
        int longest = plan.longestPlain();
        long each = Math.max(1, format.memory(longest) + INPUT_AND_RESULTS * (long) longest);
        return Math.toIntExact(
                Math.max(1, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4 * 3 / each)));
    }

    private void write(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (FileChannel channel = FileChannel.open(
                            partial,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    SummedFile target = new SummedFile(channel, hasher)) {
                writeTo(target);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void writeTo(SummedFile target) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            target.write(new Part(ByteBuffer.wrap(format.head()), new PartSize(0, 0)));
            List<PartSize> sizes = writeParts(target, workers);
            target.write(new Part(ByteBuffer.wrap(format.tail(sizes)), new PartSize(0, 0)));
        } finally {
            workers.shutdownNow();
        }
    }

    /** At most two stretches a thread are under way, so that memory does not grow with the disk. */
    private List<PartSize> writeParts(SummedFile target, ExecutorService workers) throws IOException {
        List<PartSize> sizes = new ArrayList<>();
        Deque<Future<Made>> underWay = new ArrayDeque<>();
        for (Stretch stretch : plan.stretches()) {
            if (underWay.size() == 2 * threads) {
                sizes.add(writeNext(target, underWay));
            }
            underWay.add(workers.submit(() -> make(stretch)));
        }
        while (!underWay.isEmpty()) {
            sizes.add(writeNext(target, underWay));
        }
        return sizes;
    }

    private PartSize writeNext(SummedFile target, Deque<Future<Made>> underWay) throws IOException {
        Made made = Waiting.on(underWay.remove());
        target.write(made.part());
        if (made.lent() != null) {
            buffers.give(made.lent());
        }
        return made.part().size();
    }

    /**
     * A part on its way.
     * @param part the part
     * @param lent the buffer that it shows pieces of, if there is one
     */
    private record Made(Part part, @Nullable ByteBuffer lent) {}

    private Made make(Stretch stretch) throws IOException {
        return switch (stretch.kind()) {
            case ZEROS -> new Made(format.zeros(stretch.length()), null);
            case PACKED -> store(stretch);
            case PLAIN -> new Made(format.squeeze(bytes(stretch).readAll()), null);
        };
    }

    private Made store(Stretch stretch) throws IOException {
        ByteBuffer buffer = buffers.take().limit(Math.toIntExact(stretch.length()));
        bytes(stretch).readInto(0, buffer);
        return new Made(format.store(buffer.flip()), buffer);
    }

    private ByteSource bytes(Stretch stretch) {
        return content.slice(stretch.offset(), stretch.length());
    }
}
