package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An extended attribute.
 * @param prefix the number that the part of the name up to the first dot has on the disk
 * @param name the rest of the name
 * @param value the value
 */
record Xattr(XattrPrefix prefix, String name, Bytes value) implements Comparable<Xattr> {

    private static final int ALIGNMENT = 4;

    byte[] nameBytes() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** Return how many bytes entry and value take. */
    int size() {
        return XattrEntry.sizeFor(nameBytes().length) + paddedValueSize();
    }

    int paddedValueSize() {
        return padded(value.length());
    }

    static int padded(int length) {
        return (length + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    }

    /** Order as the kernel looks for them: by prefix, length of the name, name. */
    @Override
    public int compareTo(Xattr other) {
        if (prefix != other.prefix) {
            return Integer.compare(prefix.number(), other.prefix.number());
        }
        int lengths = Integer.compare(nameBytes().length, other.nameBytes().length);
        return lengths != 0 ? lengths : name.compareTo(other.name);
    }

    /** Return the hash that an entry stores: over the name, then over the value in words. */
    int hash() {
        int hash = 0;
        for (byte each : nameBytes()) {
            hash = Integer.rotateLeft(hash, 5) ^ (each & 0xFF);
        }
        ByteBuffer words = ByteBuffer.allocate(paddedValueSize()).order(ByteOrder.LITTLE_ENDIAN);
        value.writeTo(words);
        for (int at = 0; at < words.capacity(); at += ALIGNMENT) {
            hash = Integer.rotateLeft(hash, 16) ^ words.getInt(at);
        }
        return hash;
    }
}
