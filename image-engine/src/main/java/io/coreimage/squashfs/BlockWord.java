package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * What is said of a stored block: bits 0–23 its stored length, bit 24 set if it is not compressed; 0 is a hole.
 * @param value all 32 bits
 */
record BlockWord(int value) {

    static final int SIZE = 4;
    static final BlockWord HOLE = new BlockWord(0);

    private static final int RAW = 1 << 24;

    static BlockWord of(int length, boolean raw) {
        return new BlockWord(raw ? length | RAW : length);
    }

    static BlockWord readFrom(ByteBuffer buffer) {
        return new BlockWord(buffer.getInt());
    }

    void writeTo(ByteBuffer buffer) {
        buffer.putInt(value);
    }

    /** Return how many bytes are stored. */
    int length() {
        return value & (RAW - 1);
    }

    boolean isRaw() {
        return (value & RAW) != 0;
    }

    boolean isHole() {
        return length() == 0;
    }

    /** Return whether bits are set that have no meaning. */
    boolean isStrange() {
        return (value & ~(2 * RAW - 1)) != 0;
    }
}
