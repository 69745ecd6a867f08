package io.coreimage.squashfs;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        if (count == 0) {
            return;
        }
        long first = from / data.blockSize();
        long last = (from + count - 1) / data.blockSize();
        FileBlocks blocks = new FileBlocks(data, file, inode.rest().copy());
        blocks.skip(first);
        try (Conveyor<Piece> conveyor =
                new Conveyor<>(ForkJoinPool.commonPool(), width(last - first), piece -> piece.writeTo(target))) {
            for (long index = first; index <= last; index++) {
                long start = index * data.blockSize();
                int begin = (int) (Math.max(from, start) - start);
                int end = (int) Math.min(from + count - start, data.blockSize());
                putOrWrite(conveyor, blocks.next(begin, end), first == last, target);
            }
            conveyor.finish();
        }
    }

    private static void putOrWrite(
            Conveyor<Piece> conveyor, FileBlocks.Loading loading, boolean alone, WritableByteChannel target)
            throws IOException {
        if (alone) {
            loading.call().writeTo(target);
        } else {
            conveyor.put(loading);
        }
    }

    private int width(long blocks) {
        int most = Math.max(2, BYTES_UNDER_WAY / data.blockSize());
        int useful = 2 * (1 + ForkJoinPool.getCommonPoolParallelism());
        return (int) Math.min(blocks + 1, Math.min(most, useful));
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
