package io.coreimage.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file, opened for each copy and copied by the kernel where the target lets it. */
final class FileSource extends IdentifiedSource {

    private static final int PIECE = 1 << 16;

    private final Opener opener;
    private final long size;
    private final Supplier<ContentId> identify;
    private volatile @Nullable ContentId id;

    FileSource(Opener opener, long size, Supplier<ContentId> identify) {
        this.opener = opener;
        this.size = size;
        this.identify = identify;
    }

    static FileSource digestedOnDemand(Path file, long size) {
        Opener opener = () -> FileChannel.open(file, StandardOpenOption.READ);
        return new FileSource(opener, size, () -> digest(opener, size));
    }

    private static ContentId digest(Opener opener, long size) {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        try {
            copy(opener, 0, size, hasher);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return ContentId.ofWhole(hasher.finish(), size);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ContentId id() {
        ContentId known = id;
        if (known == null) {
            known = identify.get();
            id = known;
        }
        return known;
    }

    @Override
    public boolean isComputed() {
        return false;
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        copy(opener, from, count, target);
    }

    @Override
    public void readInto(long from, ByteBuffer target) throws IOException {
        try (FileChannel file = opener.open()) {
            readInto(file, from, target);
        }
    }

    private static void copy(Opener opener, long from, long count, WritableByteChannel target) throws IOException {
        try (FileChannel file = opener.open()) {
            if (target instanceof FileChannel) {
                transfer(file, from, count, target);
            } else {
                pump(file, from, count, target);
            }
        }
    }

    private static void transfer(FileChannel file, long from, long count, WritableByteChannel target)
            throws IOException {
        long position = from;
        long end = from + count;
        while (position < end) {
            long copied = file.transferTo(position, end - position, target);
            if (copied == 0 && position >= file.size()) {
                throw ended(position, end);
            }
            position += copied;
        }
    }

    /** Copy to what the kernel cannot write to, in larger pieces than {@code transferTo} would. */
    private static void pump(FileChannel file, long from, long count, WritableByteChannel target) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, PIECE));
        for (long position = from; position < from + count; position += piece.limit()) {
            piece.clear().limit((int) Math.min(piece.capacity(), from + count - position));
            readInto(file, position, piece);
            Channel.writeFully(target, piece.flip());
        }
    }

    private static void readInto(FileChannel file, long from, ByteBuffer target) throws IOException {
        long position = from;
        while (target.hasRemaining()) {
            int count = file.read(target, position);
            if (count < 0) {
                throw ended(position, position + target.remaining());
            }
            position += count;
        }
    }

    private static EOFException ended(long position, long end) {
        return new EOFException("file ends at " + position + " but " + (end - position) + " more bytes belong to it");
    }
}
