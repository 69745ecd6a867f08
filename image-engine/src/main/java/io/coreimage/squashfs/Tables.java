package io.coreimage.squashfs;

import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables behind the data of an image, as wholes. */
final class Tables {

    private static final String STRUCTURE = "squashfs metadata block";

    private final Superblock superblock;
    private final MetadataBlocks blocks;
    private final IndexedTable ids;
    private final IndexedTable fragments;
    private final IndexedTable exports;
    private final @Nullable XattrTable xattrs;

    Tables(
            Superblock superblock,
            MetadataBlocks blocks,
            IndexedTable ids,
            IndexedTable fragments,
            IndexedTable exports,
            @Nullable XattrTable xattrs) {
        this.superblock = superblock;
        this.blocks = blocks;
        this.ids = ids;
        this.fragments = fragments;
        this.exports = exports;
        this.xattrs = xattrs;
    }

    /** Note where one table does not end where the next one starts. */
    void check(List<Flaw> flaws) throws IOException {
        checkChain(superblock.inodeTable(), superblock.directoryTable(), flaws);
        long position = superblock.directoryTable();
        long end = ids.end();
        for (IndexedTable each : indexed()) {
            checkChain(position, each.firstBlock(), flaws);
            each.check(each.start(), flaws);
            position = each.end();
        }
        if (xattrs != null) {
            xattrs.ids().check(superblock.xattrTable(), flaws);
            end = xattrs.ids().end();
        }
        if (end != superblock.bytesUsed()) {
            flaws.add(new Flaw("squashfs superblock", 40, "uses " + superblock.bytesUsed() + " bytes, not " + end));
        }
    }

    /** The tables with an index that are there, in the order in which they stand. */
    private List<IndexedTable> indexed() {
        List<IndexedTable> there = new ArrayList<>();
        if (superblock.fragments() > 0) {
            there.add(fragments);
        }
        if (hasExports()) {
            there.add(exports);
        }
        there.add(ids);
        return there;
    }

    private boolean hasExports() {
        return superblock.exportTable() != Superblock.NONE;
    }

    private void checkChain(long start, long end, List<Flaw> flaws) throws IOException {
        long position = start;
        while (position < end) {
            position = blocks.at(position).next();
        }
        if (position != end) {
            flaws.add(new Flaw(STRUCTURE, start, "the table behind it starts at " + end + ", not at " + position));
        }
    }

    /** Compare the table of all inodes with those that were found. */
    void checkExports(Map<Long, Inode> numbers, List<Flaw> flaws) throws IOException {
        if (hasExports()) {
            for (Map.Entry<Long, Inode> each : numbers.entrySet()) {
                long reference = exports.entry(each.getKey() - 1).getLong();
                if (reference != each.getValue().reference()) {
                    flaws.add(new Flaw(
                            "squashfs export table",
                            superblock.exportTable(),
                            "inode " + each.getKey() + " is elsewhere"));
                }
            }
        }
    }
}
