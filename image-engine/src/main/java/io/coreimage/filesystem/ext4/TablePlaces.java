package io.coreimage.filesystem.ext4;

/**
 * Where the bitmaps and inode tables of all groups stand, and where in each group the room for everything else starts.
 *
 * <pre>
 * each group by itself:     │copy│bitmap│bitmap│inode table│ free …
 * the first of 16 groups:   │copy│16 block bitmaps│16 inode bitmaps│inode tables of 16 groups│ free …
 * the others of the 16:     │copy│ free …
 * </pre>
 *
 * <p>Tables are packed from the front, so each group is in use up to a block and free behind it. {@code mke2fs} leaves
 * room for 16 bitmaps even where there are fewer groups, and then fills it with files; here it is not left.
 */
final class TablePlaces {

    private final Geometry geometry;
    private final long[] blockBitmap;
    private final long[] inodeBitmap;
    private final long[] inodeTable;
    private final long[] free;

    private TablePlaces(Geometry geometry) {
        this.geometry = geometry;
        this.blockBitmap = new long[geometry.groups()];
        this.inodeBitmap = new long[geometry.groups()];
        this.inodeTable = new long[geometry.groups()];
        this.free = new long[geometry.groups()];
    }

    static TablePlaces of(Geometry geometry) {
        TablePlaces places = new TablePlaces(geometry);
        for (int group = 0; group < geometry.groups(); group++) {
            places.free[group] = geometry.groupStart(group) + geometry.copyBlocks(group);
        }
        for (int first = 0; first < geometry.groups(); first += geometry.groupsPerFlex()) {
            places.fill(first, Math.min(first + geometry.groupsPerFlex(), geometry.groups()));
        }
        return places;
    }

    private void fill(int first, int end) {
        place(blockBitmap, first, end, 1);
        place(inodeBitmap, first, end, 1);
        place(inodeTable, first, end, geometry.inodeTableBlocks());
    }

    private void place(long[] places, int first, int end, int blocks) {
        int host = first;
        for (int group = first; group < end; group++) {
            while (free[host] + blocks > geometry.groupEnd(host)) {
                host++;
            }
            places[group] = free[host];
            free[host] += blocks;
        }
    }

    Geometry geometry() {
        return geometry;
    }

    long blockBitmap(int group) {
        return blockBitmap[group];
    }

    long inodeBitmap(int group) {
        return inodeBitmap[group];
    }

    long inodeTable(int group) {
        return inodeTable[group];
    }

    /** Return the first block of a group that holds none of these tables. */
    long free(int group) {
        return free[group];
    }

    /** Return whether nothing before a group's free part belongs to another group. */
    boolean holdsOnlyItsOwn(int group) {
        long own = geometry.copyBlocks(group)
                + countIn(group, blockBitmap[group], 1)
                + countIn(group, inodeBitmap[group], 1)
                + countIn(group, inodeTable[group], geometry.inodeTableBlocks());
        return free[group] - geometry.groupStart(group) == own;
    }

    private long countIn(int group, long block, int count) {
        return block >= geometry.groupStart(group) && block < geometry.groupEnd(group) ? count : 0;
    }

    /** Return how many blocks can never hold data, the block in front of the first group included. */
    long overhead() {
        long overhead = geometry.firstDataBlock();
        for (int group = 0; group < free.length; group++) {
            overhead += free[group] - geometry.groupStart(group);
        }
        return overhead;
    }
}
