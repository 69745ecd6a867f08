package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.util.List;

/** Finds how small a file system can be for some members, by trying. A try reads nothing and writes nothing. */
final class SmallestSize {

    private static final long MIB = 1 << 20;
    private static final long LARGEST = 16L << 20;

    private final List<Member> members;
    private final Ext4Options options;
    private final Ext4Ids ids;

    SmallestSize(List<Member> members, Ext4Options options, Ext4Ids ids) {
        this.members = members;
        this.options = options;
        this.ids = ids;
    }

    Size find() {
        long enough = 1;
        while (!fits(enough)) {
            if (enough >= LARGEST) {
                throw new RefusedException("cannot fit the files into any ext4 file system of up to 16 TiB");
            }
            enough *= 2;
        }
        long tooSmall = enough / 2;
        while (enough - tooSmall > 1) {
            long middle = (enough + tooSmall) / 2;
            if (fits(middle)) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return Size.ofMiB(enough);
    }

    private boolean fits(long mebibytes) {
        Geometry geometry;
        try {
            Ext4Options candidate = options.withSize(Size.ofBytes(mebibytes * MIB));
            geometry = Geometry.of(candidate, Ext4Planner.lastInode(members));
        } catch (RefusedException ex) {
            return false;
        }
        return Layout.of(members, geometry, ids).space().missing() == 0;
    }
}
