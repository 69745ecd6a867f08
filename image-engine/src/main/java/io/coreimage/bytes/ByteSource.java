package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Some bytes that can be copied to where they are needed, any number of times and from several threads at once.
 *
 * <p>A source says what it is by its {@link #id() id}; how the bytes are got (a file that is opened for each copy, a
 * block that is decompressed, a bitmap that is computed) is nobody else's business. Two sources with the same id hold
 * the same bytes.
 */
public interface ByteSource {

    /** Return how many bytes there are. */
    long size();

    /** Return what they are. May cost a pass over the bytes at the first call where no digest was known. */
    ContentId id();

    /**
     * Copy a range, in order. A {@link FileChannel} as target lets the kernel copy where it can.
     * @param from where to start, from the start of this source
     * @param count how many bytes
     * @param target what takes them at its current position
     */
    void copyTo(long from, long count, WritableByteChannel target) throws IOException;

    /**
     * Return the ranges outside of which every byte is known to be zero, in order. Knowing it costs nothing: no byte is
     * looked at. A file system and a disk keep the rest as holes.
     */
    default List<ByteRange> dataRanges() {
        return size() == 0 ? List.of() : List.of(new ByteRange(0, size()));
    }

    /**
     * Return whether the bytes are compressed already, as a snap's are, so that an output that compresses need not try
     * again.
     */
    default boolean isPacked() {
        return false;
    }

    /** Return whether the bytes are decompressed or computed whenever they are copied, which is worth a thread of its own. */
    default boolean isComputed() {
        return true;
    }

    /** Return a part of this. */
    default ByteSource slice(long from, long count) {
        Objects.checkFromIndexSize(from, count, size());
        return from == 0 && count == size() ? this : new SlicedSource(this, from, count);
    }

    /** Return all bytes in memory; for sources that are known to be small. */
    default byte[] readAll() throws IOException {
        ByteBuffer bytes = read(0, Math.toIntExact(size()));
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        return all;
    }

    /** Return a range in memory, for readers that look at one structure at a time. */
    default ByteBuffer read(long from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, size());
        ByteBuffer bytes = ByteBuffer.allocate(count);
        readInto(from, bytes);
        return bytes.flip();
    }

    /** Fill what remains of a buffer with the bytes from a position on. */
    default void readInto(long from, ByteBuffer target) throws IOException {
        copyTo(from, target.remaining(), new MemoryChannel(target));
        if (target.hasRemaining()) {
            throw new IllegalStateException(target.remaining() + " bytes of " + id() + " did not come");
        }
    }

    /** Return the given bytes, copied. */
    static ByteSource of(byte[] bytes) {
        return new MemorySource(bytes.clone());
    }

    /** Return that many zero bytes. */
    static ByteSource zeros(long count) {
        return new ZeroSource(count);
    }

    /** Return the same bytes, known to be compressed already. */
    static ByteSource packed(ByteSource source) {
        return source.isPacked() ? source : new PackedSource(source);
    }

    /** Return several sources one after the other. */
    static ByteSource concat(List<ByteSource> parts) {
        return parts.size() == 1 ? parts.get(0) : new ConcatSource(parts);
    }

    /** Return a whole file whose digest and size are known, as those of a blob in the cache are. */
    static ByteSource ofFile(Path file, Digest digest, long size) {
        return ofFile(() -> FileChannel.open(file, StandardOpenOption.READ), ContentId.ofWhole(digest, size));
    }

    /** Return a file by whatever opens it, for owners that check what they hand out. */
    static ByteSource ofFile(Opener opener, ContentId id) {
        return new FileSource(opener, id.length(), () -> id);
    }

    /** Return a whole file that nobody has a digest of; it is read for one when the id is first asked for. */
    static ByteSource ofFile(Path file, long size) {
        return FileSource.digestedOnDemand(file, size);
    }

    /** Return bytes that are computed whenever they are copied. */
    static ByteSource computed(ContentId id, Computation computation) {
        return new ComputedSource(id, computation);
    }

    /** Opens the file behind a source, once for each copy. */
    @FunctionalInterface
    interface Opener {
        FileChannel open() throws IOException;
    }

    /** Computes all bytes of a source, always the same; for things of at most a few MiB. */
    @FunctionalInterface
    interface Computation {
        byte[] compute() throws IOException;
    }
}
