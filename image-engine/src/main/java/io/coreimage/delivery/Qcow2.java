package io.coreimage.delivery;

import io.coreimage.bytes.ByteRange;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Extent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk as a QEMU image, version 3: a plan over the plan. Clusters that hold nothing, or zeros of which
 * the plan knows, are not in the file.
 *
 * <pre>
 * 0         ┌────────┐
 *           │ header │  one cluster
 *           ├────────┤
 *           │ L1     │  one entry for each L2 table
 *           ├────────┤
 *           │ L2 …   │  one entry for each cluster of the disk; tables of empty regions are left out
 *           ├────────┤
 *           │refcount│  a table of blocks, each a 16-bit count for each cluster of the file: 1 for all of them
 *           ├────────┤
 *           │ data … │  the disk's clusters that hold something, in the disk's order
 *           └────────┘
 * </pre>
 */
public final class Qcow2 {

    private static final int CLUSTER_BITS = 16;
    private static final int CLUSTER = 1 << CLUSTER_BITS;
    private static final int ENTRIES = CLUSTER / Long.BYTES;
    private static final int COUNTS = CLUSTER / Short.BYTES;

    /** Says that only this table points to the cluster, so that it can be written in place. */
    private static final long COPIED = 1L << 63;

    private final DiskPlan disk;
    private final List<Extent> content;
    private final List<ClusterRun> runs;
    private final int l1Entries;
    private final List<Integer> l2Tables;
    private final long l2Start;
    private final long refcountTable;
    private final long refcountTableClusters;
    private final long refcountBlocks;
    private final long dataStart;

    private Qcow2(DiskPlan disk) {
        this.disk = disk;
        this.content = content(disk);
        this.runs = ClusterRun.of(content, CLUSTER);
        this.l1Entries = Math.toIntExact(ceilDiv(disk.size(), (long) CLUSTER * ENTRIES));
        this.l2Tables = usedTables();
        long l1Clusters = Math.max(1, ceilDiv((long) l1Entries * Long.BYTES, CLUSTER));
        this.l2Start = 1 + l1Clusters;
        this.refcountTable = l2Start + l2Tables.size();
        long clusters =
                refcountTable + runs.stream().mapToLong(ClusterRun::count).sum();
        this.refcountBlocks = blocksFor(clusters);
        this.refcountTableClusters = ceilDiv(refcountBlocks * Long.BYTES, CLUSTER);
        this.dataStart = refcountTable + refcountTableClusters + refcountBlocks;
    }

    /** Return the image file of a disk. */
    public static DiskPlan plan(DiskPlan disk) {
        return new Qcow2(disk).plan();
    }

    /** Return the extents without the zeros that are known: a cluster that is not in the file reads as zeros. */
    private static List<Extent> content(DiskPlan disk) {
        List<Extent> content = new ArrayList<>();
        for (Extent extent : disk.extents()) {
            for (ByteRange data : extent.source().dataRanges()) {
                content.add(new Extent(
                        extent.offset() + data.from(), extent.source().slice(data.from(), data.count())));
            }
        }
        return content;
    }

    /** Return how many blocks of counts a file needs that has that many clusters besides the counts themselves. */
    private static long blocksFor(long clusters) {
        long blocks = 1;
        while (blocks * COUNTS < clusters + blocks + ceilDiv(blocks * Long.BYTES, CLUSTER)) {
            blocks++;
        }
        return blocks;
    }

    private List<Integer> usedTables() {
        List<Integer> used = new ArrayList<>();
        for (ClusterRun run : runs) {
            int last = used.isEmpty() ? -1 : used.get(used.size() - 1);
            for (int table = Math.max(last + 1, run.tableOfFirst(ENTRIES));
                    table <= run.tableOfLast(ENTRIES);
                    table++) {
                used.add(table);
            }
        }
        return used;
    }

    private DiskPlan plan() {
        long clusters = dataStart + runs.stream().mapToLong(ClusterRun::count).sum();
        DiskPlan.Builder file = DiskPlan.builder(clusters * CLUSTER)
                .put(0, header())
                .put(CLUSTER, l1())
                .put(refcountTable * CLUSTER, refcountTable())
                .put((refcountTable + refcountTableClusters) * CLUSTER, refcounts(clusters));
        putL2Tables(file);
        putData(file);
        return file.build();
    }

    private byte[] header() {
        return ByteBuffer.allocate(112)
                .put(new byte[] {'Q', 'F', 'I', (byte) 0xfb})
                .putInt(3) // version
                .putLong(0) // no backing file
                .putInt(0)
                .putInt(CLUSTER_BITS)
                .putLong(disk.size())
                .putInt(0) // not encrypted
                .putInt(l1Entries)
                .putLong(CLUSTER) // the L1 table
                .putLong(refcountTable * CLUSTER)
                .putInt(Math.toIntExact(refcountTableClusters))
                .putInt(0) // no snapshots
                .putLong(0)
                .putLong(0) // incompatible features
                .putLong(0) // compatible features
                .putLong(0) // features that may be forgotten
                .putInt(4) // a count has 1 << 4 bits
                .putInt(112) // the length of this header
                .putLong(0) // compression type zlib; no extensions behind
                .array();
    }

    private byte[] l1() {
        ByteBuffer table = ByteBuffer.allocate(Math.max(1, l1Entries) * Long.BYTES);
        for (int i = 0; i < l2Tables.size(); i++) {
            table.putLong(l2Tables.get(i) * Long.BYTES, (l2Start + i) * CLUSTER | COPIED);
        }
        return table.array();
    }

    private void putL2Tables(DiskPlan.Builder file) {
        ByteBuffer[] tables = new ByteBuffer[l2Tables.isEmpty() ? 0 : l2Tables.get(l2Tables.size() - 1) + 1];
        l2Tables.forEach(table -> tables[table] = ByteBuffer.allocate(CLUSTER));
        long at = dataStart;
        for (ClusterRun run : runs) {
            for (long cluster = run.first(); cluster < run.end(); cluster++, at++) {
                int entry = (int) (cluster % ENTRIES);
                tables[(int) (cluster / ENTRIES)].putLong(entry * Long.BYTES, at * CLUSTER | COPIED);
            }
        }
        for (int i = 0; i < l2Tables.size(); i++) {
            file.put((l2Start + i) * CLUSTER, tables[l2Tables.get(i)].array());
        }
    }

    private byte[] refcountTable() {
        ByteBuffer table = ByteBuffer.allocate(Math.toIntExact(refcountBlocks * Long.BYTES));
        for (long block = 0; block < refcountBlocks; block++) {
            table.putLong((refcountTable + refcountTableClusters + block) * CLUSTER);
        }
        return table.array();
    }

    private static byte[] refcounts(long clusters) {
        ByteBuffer counts = ByteBuffer.allocate(Math.toIntExact(clusters * Short.BYTES));
        while (counts.hasRemaining()) {
            counts.putShort((short) 1);
        }
        return counts.array();
    }

    /** Every piece of an extent moves with the clusters that it lies in. */
    private void putData(DiskPlan.Builder file) {
        int next = 0;
        long at = dataStart;
        for (Extent extent : content) {
            while (extent.offset() >= runs.get(next).end() * CLUSTER) {
                at += runs.get(next).count();
                next++;
            }
            long distance = (at - runs.get(next).first()) * CLUSTER;
            file.put(extent.offset() + distance, extent.source());
        }
    }

    private static long ceilDiv(long value, long unit) {
        return -Math.floorDiv(-value, unit);
    }
}
