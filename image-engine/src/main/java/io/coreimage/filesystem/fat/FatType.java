package io.coreimage.filesystem.fat;

import java.nio.ByteBuffer;

/** The three sizes of FAT, told apart by their number of clusters and by nothing else. */
public enum FatType {
    FAT12(12, 1, 4084, "FAT12   "),
    FAT16(16, 4085, 65524, "FAT16   "),
    FAT32(32, 65525, 0x0FFF_FFF5, "FAT32   ");

    private final int bits;
    private final long leastClusters;
    private final long mostClusters;
    private final String label;

    FatType(int bits, long leastClusters, long mostClusters, String label) {
        this.bits = bits;
        this.leastClusters = leastClusters;
        this.mostClusters = mostClusters;
        this.label = label;
    }

    /** Return how many bits an entry of the table takes. */
    public int bits() {
        return bits;
    }

    /** Return the least number of clusters that every reader takes for this type. */
    public long leastClusters() {
        return leastClusters;
    }

    /** Return the largest number of clusters. */
    public long mostClusters() {
        return mostClusters;
    }

    /** Return the text in the boot sector. */
    String label() {
        return label;
    }

    /** Return the value of an entry that ends a chain: all bits that count. */
    long endOfChain() {
        return this == FAT32 ? 0x0FFF_FFFFL : (1L << bits) - 1;
    }

    /** Return the value of a cluster that must not be used. */
    long badCluster() {
        return endOfChain() - 8;
    }

    /** Return whether an entry ends a chain. */
    boolean isEnd(long entry) {
        return entry > badCluster();
    }

    /** Return the bytes that a table with entries for that many clusters needs, the two in front included. */
    long tableBytes(long clusters) {
        return ((clusters + 2) * bits + 7) / 8;
    }

    /** Read an entry of a table that starts at the start of the buffer. */
    long readEntry(ByteBuffer table, int index) {
        return switch (this) {
            case FAT12 -> {
                int pair = Short.toUnsignedInt(table.getShort(index + index / 2));
                yield index % 2 == 0 ? pair & 0xFFF : pair >>> 4;
            }
            case FAT16 -> Short.toUnsignedLong(table.getShort(index * 2));
            case FAT32 -> table.getInt(index * 4) & 0x0FFF_FFFFL;
        };
    }

    /** Write an entry of a table that starts at the start of the buffer; its place is zero. */
    void writeEntry(ByteBuffer table, int index, long value) {
        switch (this) {
            case FAT12 -> {
                int at = index + index / 2;
                int shifted = (int) (index % 2 == 0 ? value : value << 4);
                table.putShort(at, (short) (table.getShort(at) | shifted));
            }
            case FAT16 -> table.putShort(index * 2, (short) value);
            case FAT32 -> table.putInt(index * 4, (int) value);
        }
    }
}
