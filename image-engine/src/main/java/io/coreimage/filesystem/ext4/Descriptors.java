package io.coreimage.filesystem.ext4;

import io.coreimage.disk.DiskPlan;
import java.util.ArrayList;
import java.util.List;

/** Counts what is in use in each group, and writes its bitmaps. */
final class Descriptors {

    private final TablePlaces places;
    private final Geometry geometry;
    private final BlockSpace space;
    private final InodeTables tables;
    private final Bitmaps bitmaps;
    private final boolean canLeaveUnwritten;

    Descriptors(Layout layout, InodeTables tables, Checksums checksums) {
        this.places = layout.places();
        this.geometry = layout.geometry();
        this.space = layout.space();
        this.tables = tables;
        this.bitmaps = new Bitmaps(checksums, geometry.blockSize());
        this.canLeaveUnwritten = checksums.enabled();
    }

    List<GroupDescriptor> writeTo(DiskPlan.Builder plan) {
        List<GroupDescriptor> descriptors = new ArrayList<>();
        for (int group = 0; group < geometry.groups(); group++) {
            descriptors.add(writeTo(plan, group));
        }
        return descriptors;
    }

    private GroupDescriptor writeTo(DiskPlan.Builder plan, int group) {
        int flags = flags(group);
        Bitmaps.Bitmap blocks = blockBitmap(group);
        Bitmaps.Bitmap inodes = inodeBitmap(group);
        boolean blocksWritten = (flags & GroupDescriptor.BLOCKS_UNUSED) == 0;
        boolean inodesWritten = (flags & GroupDescriptor.INODES_UNUSED) == 0;
        if (blocksWritten) {
            plan.put(places.blockBitmap(group) * geometry.blockSize(), blocks.source());
        }
        if (inodesWritten) {
            plan.put(places.inodeBitmap(group) * geometry.blockSize(), inodes.source());
        }
        int freeInodes = geometry.inodesPerGroup() - tables.usedIn(group);
        return new GroupDescriptor(
                places.blockBitmap(group),
                places.inodeBitmap(group),
                places.inodeTable(group),
                space.free(group),
                freeInodes,
                tables.directoriesIn(group),
                flags,
                blocksWritten ? blocks.checksum() : 0,
                inodesWritten ? inodes.checksum() : 0,
                canLeaveUnwritten ? freeInodes : 0,
                0);
    }

    /** Without checksums there are no flags: all bitmaps are written, and all inodes are looked at. */
    private int flags(int group) {
        if (!canLeaveUnwritten) {
            return 0;
        }
        boolean last = group == geometry.groups() - 1;
        boolean untouched = space.firstFree(group) == places.free(group) && places.holdsOnlyItsOwn(group);
        return (tables.usedIn(group) == 0 ? GroupDescriptor.INODES_UNUSED : 0)
                | (untouched && !last ? GroupDescriptor.BLOCKS_UNUSED : 0);
    }

    private Bitmaps.Bitmap blockBitmap(int group) {
        long start = geometry.groupStart(group);
        return bitmaps.of(
                (int) (space.firstFree(group) - start),
                (int) (geometry.groupEnd(group) - start),
                geometry.blocksPerGroup() / Byte.SIZE);
    }

    private Bitmaps.Bitmap inodeBitmap(int group) {
        return bitmaps.of(tables.usedIn(group), geometry.inodesPerGroup(), geometry.inodesPerGroup() / Byte.SIZE);
    }
}
