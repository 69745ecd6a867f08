package io.coreimage.delivery;

import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.DiskPlan;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A disk in a compressed file, made from its plan without the image being written first.
 *
 * <p>The plan tells what each stretch is worth: holes are compressed without looking, snaps are stored as they are, and
 * only the rest is squeezed. Stretches are made by several threads and written in the disk's order, so that the bytes
 * are the same however many there are.
 */
public final class CompressedImage {

    private final DiskPlan disk;
    private final ByteSource content;
    private final StreamFormat format;
    private final int threads;

    private CompressedImage(DiskPlan disk, StreamFormat format, int threads) {
        this.disk = disk;
        this.content = disk.asSource();
        this.format = format;
        this.threads = threads;
    }

    /** Write a disk in the xz format. */
    public static void writeXz(DiskPlan disk, Path file, int threads) throws IOException {
        new CompressedImage(disk, new Xz(), threads).write(file);
    }

    /** Write a disk in the Zstandard format. */
    public static void writeZstandard(DiskPlan disk, Path file, int threads) throws IOException {
        new CompressedImage(disk, new Zstandard(), threads).write(file);
    }

    /** Write a disk in the gzip format. */
    public static void writeGzip(DiskPlan disk, Path file, int threads) throws IOException {
        new CompressedImage(disk, new Gzip(), threads).write(file);
    }

    private void write(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (FileChannel channel = FileChannel.open(
                    partial,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                writeTo(channel);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void writeTo(WritableByteChannel target) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            writeFully(target, format.head());
            List<PartSize> sizes = writeParts(target, workers);
            writeFully(target, format.tail(sizes));
        } finally {
            workers.shutdownNow();
        }
    }

    /** At most two stretches a thread are under way, so that memory does not grow with the disk. */
    private List<PartSize> writeParts(WritableByteChannel target, ExecutorService workers) throws IOException {
        List<PartSize> sizes = new ArrayList<>();
        Deque<Future<Part>> underWay = new ArrayDeque<>();
        for (Stretch stretch : Stretch.of(disk)) {
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

    private static PartSize writeNext(WritableByteChannel target, Deque<Future<Part>> underWay) throws IOException {
        Part part = await(underWay.remove());
        part.writeTo(target);
        return part.size();
    }

    private Part make(Stretch stretch) throws IOException {
        return switch (stretch.kind()) {
            case ZEROS -> format.zeros(stretch.length());
            case PACKED -> format.store(read(stretch));
            case PLAIN -> format.squeeze(read(stretch));
        };
    }

    private byte[] read(Stretch stretch) throws IOException {
        return content.slice(stretch.offset(), stretch.length()).readAll();
    }

    private static Part await(Future<Part> part) throws IOException {
        try {
            return part.get();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while an image was compressed").initCause(ex);
        } catch (ExecutionException ex) {
            if (ex.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(ex.getCause());
        }
    }

    private static void writeFully(WritableByteChannel target, byte[] bytes) throws IOException {
        for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            target.write(buffer);
        }
    }
}
