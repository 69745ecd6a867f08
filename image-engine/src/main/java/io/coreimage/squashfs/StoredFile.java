package io.coreimage.squashfs;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;

/**
 * The content of a file in an image, decompressed while it is copied.
 *
 * <p>It is what it is by the image's content and the place of its inode.
 */
final class StoredFile implements ByteSource {

    private static final int BYTES_UNDER_WAY = 8 << 20;

    private final DataBlocks data;
    private final Inode inode;
    private final FileBody file;

    StoredFile(DataBlocks data, Inode inode, FileBody file) {
        this.data = data;
        this.inode = inode;
        this.file = file;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public ContentId id() {
        return ContentId.ofRecipe(
                "squashfs file", size(), List.of(data.storage().image().id(), inode.reference()));
    }

    @Override
    public List<ByteRange> dataRanges() {
        try {
            return new FileBlocks(data, file, inode.rest().copy()).dataRanges();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        Objects.checkFromIndexSize(from, count, size());
        FileBlocks blocks = new FileBlocks(data, file, inode.rest().copy());
        blocks.skipTo(from);
        if (count <= data.runSize()) {
            copyAlone(blocks, from, from + count, target);
        } else if (target instanceof FileChannel place) {
            copyIntoPlace(blocks, from, from + count, place);
        } else {
            copyInOrder(blocks, from, from + count, target);
        }
    }

    private void copyAlone(FileBlocks blocks, long from, long to, WritableByteChannel target) throws IOException {
        for (long done = from; done < to; ) {
            Workbench workbench = data.takeWorkbench();
            BlockRun run = blocks.next(to);
            write(run.load(workbench, from, to), target);
            data.giveBack(workbench);
            done = run.offset() + run.size();
        }
    }

    private static void write(ByteBuffer bytes, WritableByteChannel target) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /** Each worker writes what it has decompressed where it belongs, whichever is ready first. */
    private void copyIntoPlace(FileBlocks blocks, long from, long to, FileChannel target) throws IOException {
        long start = target.position();
        try (Conveyor<BlockRun> conveyor = new Conveyor<>(ForkJoinPool.commonPool(), width(), run -> {})) {
            for (long done = from; done < to; ) {
                BlockRun run = blocks.next(to);
                conveyor.put(() -> writeIntoPlace(run, from, to, target, start));
                done = run.offset() + run.size();
            }
            conveyor.finish();
        }
        target.position(start + to - from);
    }

    private BlockRun writeIntoPlace(BlockRun run, long from, long to, FileChannel target, long start)
            throws IOException {
        Workbench workbench = data.takeWorkbench();
        ByteBuffer bytes = run.load(workbench, from, to);
        for (long place = start + Math.max(0, run.offset() - from); bytes.hasRemaining(); ) {
            place += target.write(bytes, place);
        }
        data.giveBack(workbench);
        return run;
    }

    private record Loaded(Workbench workbench, ByteBuffer bytes) {}

    private void copyInOrder(FileBlocks blocks, long from, long to, WritableByteChannel target) throws IOException {
        Conveyor.Sink<Loaded> sink = loaded -> {
            write(loaded.bytes(), target);
            data.giveBack(loaded.workbench());
        };
        try (Conveyor<Loaded> conveyor = new Conveyor<>(ForkJoinPool.commonPool(), width(), sink)) {
            for (long done = from; done < to; ) {
                BlockRun run = blocks.next(to);
                conveyor.put(() -> load(run, from, to));
                done = run.offset() + run.size();
            }
            conveyor.finish();
        }
    }

    private Loaded load(BlockRun run, long from, long to) throws IOException {
        Workbench workbench = data.takeWorkbench();
        return new Loaded(workbench, run.load(workbench, from, to));
    }

    private int width() {
        int most = Math.max(2, BYTES_UNDER_WAY / data.runSize());
        return Math.min(most, 2 * (1 + ForkJoinPool.getCommonPoolParallelism()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredFile stored && stored.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "squashfs file of " + size() + " bytes at inode " + Long.toHexString(inode.reference());
    }
}
