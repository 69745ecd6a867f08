package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.DiskPlan;

/** Collects the inodes, which are numbered without a gap, and puts them into the tables of their groups. */
final class InodeTables {

    private final TablePlaces places;
    private final Geometry geometry;
    private final int last;
    private final byte[][] tables;
    private final long[] directories;

    InodeTables(TablePlaces places, int last) {
        this.places = places;
        this.geometry = places.geometry();
        this.last = last;
        this.tables = new byte[geometry.groups()][];
        this.directories = new long[geometry.groups()];
        for (int group = 0; group < tables.length; group++) {
            tables[group] = new byte[usedIn(group) * geometry.inodeSize()];
        }
    }

    void put(int number, byte[] inode, boolean directory) {
        int group = (number - 1) / geometry.inodesPerGroup();
        int index = (number - 1) % geometry.inodesPerGroup();
        System.arraycopy(inode, 0, tables[group], index * geometry.inodeSize(), inode.length);
        directories[group] += directory ? 1 : 0;
    }

    /** Return how many inodes of a group are in use: the first ones. */
    int usedIn(int group) {
        long before = (long) group * geometry.inodesPerGroup();
        return (int) Math.max(0, Math.min(last - before, geometry.inodesPerGroup()));
    }

    long directoriesIn(int group) {
        return directories[group];
    }

    long free() {
        return geometry.inodes() - last;
    }

    /** Put all tables; what nobody uses is zero, and must be, unless the descriptor says how much of it was never used. */
    void writeTo(DiskPlan.Builder plan) {
        long tableSize = (long) geometry.inodeTableBlocks() * geometry.blockSize();
        for (int group = 0; group < tables.length; group++) {
            long offset = places.inodeTable(group) * geometry.blockSize();
            int used = tables[group].length;
            plan.put(offset, ByteSource.of(tables[group]));
            if (!geometry.features().checksums()) {
                plan.put(offset + used, ByteSource.zeros(tableSize - used));
            }
        }
    }
}
