package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * Where a block with the ends of several files is.
 *
 * <pre>
 * 0 start (8)   8 block word (4)   12 unused (4)
 * </pre>
 *
 * @param start where it is stored
 * @param word how it is stored
 */
record FragmentEntry(long start, BlockWord word) {

    static final int SIZE = 16;

    static FragmentEntry readFrom(ByteBuffer buffer) {
        return new FragmentEntry(buffer.getLong(), BlockWord.readFrom(buffer));
    }
}
