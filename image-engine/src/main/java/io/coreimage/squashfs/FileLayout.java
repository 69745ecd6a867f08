package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/** Where the blocks of a file have been stored; files with the same content share one. */
final class FileLayout {

    private final long size;
    private final int[] words;
    private long start;
    private long sparse;
    private int count;

    FileLayout(long size, int blockSize) {
        this.size = size;
        this.words = new int[Math.toIntExact((size + blockSize - 1) / blockSize)];
    }

    /** Note the next block, which is stored at a position. */
    void add(BlockWord word, long position, int length) {
        words[count++] = word.value();
        if (word.isHole()) {
            sparse += length;
        } else if (start == 0) {
            start = position;
        }
    }

    /** Return the inode for a file with that many names. */
    FileBody inode(long links) {
        boolean plain = links == 1 && sparse == 0 && size <= Unsigned.NONE_32 && start <= Unsigned.NONE_32;
        if (plain) {
            return new FileInode(start, Unsigned.NONE_32, 0, size);
        }
        long holes = sparse == size && size > 0 ? size - 1 : sparse;
        return new ExtendedFileInode(start, size, holes, links, Unsigned.NONE_32, 0, Unsigned.NONE_32);
    }

    /** Return the words that stand behind the inode. */
    byte[] words() {
        byte[] bytes = new byte[words.length * BlockWord.SIZE];
        ByteBuffer buffer = Unsigned.wrap(bytes);
        for (int word : words) {
            buffer.putInt(word);
        }
        return bytes;
    }
}
