package io.coreimage.squashfs;

import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The metadata blocks of an image, of which the last used ones are kept decompressed.
 *
 * <pre>
 * 0 header: bit 15 set = stored as it is, low 15 bits = stored length
 * 2 stored bytes, which are at most 8192 when decompressed
 * </pre>
 */
final class MetadataBlocks {

    static final int HEADER_SIZE = 2;
    static final int LARGEST = 8192;
    static final int FLAG_RAW = 0x8000;

    private static final String STRUCTURE = "squashfs metadata block";
    private static final int KEPT = 256;

    private final Storage storage;
    private final Map<Long, Block> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Block> eldest) {
            return size() > KEPT;
        }
    };
    private long misses;

    MetadataBlocks(Storage storage) {
        this.storage = storage;
    }

    /** A decompressed block, and where the one behind it starts. */
    static final class Block {

        private final byte[] content;
        private final long next;

        Block(byte[] content, long next) {
            this.content = content;
            this.next = next;
        }

        byte[] content() {
            return content;
        }

        long next() {
            return next;
        }
    }

    /** Return the block that starts at a position of the image. */
    synchronized Block at(long position) throws IOException {
        Block known = kept.get(position);
        if (known == null) {
            known = load(position);
            kept.put(position, known);
            misses++;
        }
        return known;
    }

    /** Return how many blocks had to be decompressed until now. */
    synchronized long misses() {
        return misses;
    }

    private Block load(long position) throws IOException {
        if (position < Superblock.SIZE || position > storage.end() - HEADER_SIZE) {
            throw new MalformedException(STRUCTURE, position, "lies outside of the file system");
        }
        int available = (int) Math.min(HEADER_SIZE + LARGEST, storage.end() - position);
        byte[] stored = storage.read(STRUCTURE, position, available);
        int header = Unsigned.u16(Unsigned.wrap(stored));
        int length = header & ~FLAG_RAW;
        if (length == 0 || length > available - HEADER_SIZE) {
            throw new MalformedException(STRUCTURE, position, "stored length is " + length);
        }
        byte[] content = (header & FLAG_RAW) != 0 ? raw(stored, length) : decode(position, stored, length);
        return new Block(content, position + HEADER_SIZE + length);
    }

    private static byte[] raw(byte[] stored, int length) {
        return Arrays.copyOfRange(stored, HEADER_SIZE, HEADER_SIZE + length);
    }

    private byte[] decode(long position, byte[] stored, int length) {
        ByteBuffer output = ByteBuffer.allocate(LARGEST);
        storage.decode(STRUCTURE, position, ByteBuffer.wrap(stored, HEADER_SIZE, length), output);
        int count = output.position();
        if (count == 0) {
            throw new MalformedException(STRUCTURE, position, "is empty");
        }
        return count == LARGEST ? output.array() : Arrays.copyOf(output.array(), count);
    }
}
