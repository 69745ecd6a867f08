package io.coreimage.squashfs;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the names of one directory.
 *
 * <p>Names must be sorted, as every writer sorts them: so none stands there twice, and what looks for one can stop early.
 */
final class Listing {

    private static final String STRUCTURE = "squashfs directory";

    private final MetadataCursor cursor;
    private long left;
    private long leftInRun;
    private long inodeBlock;
    private long baseNumber;
    private long runOffset;
    private long runBlock;
    private final long size;
    private byte[] previous = {};

    Listing(Superblock superblock, MetadataBlocks blocks, DirectoryBody directory) {
        this.cursor = new MetadataCursor(
                blocks, STRUCTURE, superblock.directoryTable() + directory.listingBlock(), directory.listingOffset());
        this.left = directory.listingSize();
        this.size = left;
    }

    /** A name, the reference of its inode, and the basic type that the directory claims. */
    static final class Item {

        private final byte[] name;
        private final long inode;
        private final int type;
        private final long number;
        private final long runOffset;
        private final long runBlock;

        Item(byte[] name, long inode, DirectoryEntry entry, Listing listing) {
            this.name = name;
            this.inode = inode;
            this.type = entry.type();
            this.number = listing.baseNumber + entry.numberDelta();
            this.runOffset = listing.runOffset;
            this.runBlock = listing.runBlock;
        }

        /** Return the number that the inode must have. */
        long number() {
            return number;
        }

        /** Return where in the listing the run starts in which it stands. */
        long runOffset() {
            return runOffset;
        }

        /** Return where the metadata block starts in which the run starts. */
        long runBlock() {
            return runBlock;
        }

        byte[] name() {
            return name;
        }

        long inode() {
            return inode;
        }

        int type() {
            return type;
        }
    }

    /** Return the next name, or {@code null} behind the last one. */
    @Nullable
    Item next() throws IOException {
        if (left <= 0) {
            if (leftInRun != 0) {
                throw cursor.malformed("listing ends " + leftInRun + " entries too early");
            }
            return null;
        }
        if (leftInRun == 0) {
            startRun();
        }
        DirectoryEntry entry = DirectoryEntry.readFrom(cursor.read(DirectoryEntry.SIZE));
        if (entry.nameLength() > DirectoryEntry.LONGEST_NAME) {
            throw cursor.malformed("name of " + entry.nameLength() + " bytes");
        }
        byte[] name = cursor.read(entry.nameLength()).array();
        left -= DirectoryEntry.SIZE + entry.nameLength();
        leftInRun--;
        checkName(name);
        previous = name;
        return new Item(name, Inode.reference(inodeBlock, entry.inodeOffset()), entry, this);
    }

    private void startRun() throws IOException {
        runOffset = size - left;
        runBlock = cursor.block();
        DirectoryHeader header = DirectoryHeader.readFrom(cursor.read(DirectoryHeader.SIZE));
        if (header.count() > DirectoryHeader.MOST_ENTRIES) {
            throw cursor.malformed("run of " + header.count() + " entries");
        }
        left -= DirectoryHeader.SIZE;
        leftInRun = header.count();
        inodeBlock = header.inodeBlock();
        baseNumber = header.baseNumber();
    }

    private void checkName(byte[] name) {
        if (left < 0) {
            throw cursor.malformed("entry ends behind the listing");
        }
        if (isForbidden(name)) {
            throw cursor.malformed("name \"" + Names.printable(name) + "\" could lead out of the directory");
        }
        if (Arrays.compareUnsigned(previous, name) >= 0) {
            throw cursor.malformed("name \"" + Names.printable(name) + "\" stands behind \"" + Names.printable(previous)
                    + "\", out of order");
        }
    }

    private static boolean isForbidden(byte[] name) {
        if (name[0] == '.' && (name.length == 1 || (name.length == 2 && name[1] == '.'))) {
            return true;
        }
        for (byte each : name) {
            if (each == '/' || each == 0) {
                return true;
            }
        }
        return false;
    }
}
