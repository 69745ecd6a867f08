package io.coreimage.squashfs;

import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Compares the index of a directory, where it has one, with its listing. */
final class DirectoryIndex {

    private final MetadataCursor cursor;
    private final Superblock superblock;
    private int left;
    private DirectoryIndexEntry next = new DirectoryIndexEntry(-1, 0, 0);
    private byte[] name = {};

    DirectoryIndex(Inode inode, Superblock superblock) throws IOException {
        this.cursor = inode.rest().copy();
        this.superblock = superblock;
        this.left = inode.body() instanceof ExtendedDirectoryInode extended ? extended.indexEntries() : 0;
        advance();
    }

    private void advance() throws IOException {
        next = new DirectoryIndexEntry(-1, 0, 0);
        if (left > 0) {
            next = DirectoryIndexEntry.readFrom(cursor.read(DirectoryIndexEntry.SIZE));
            if (next.nameLength() > DirectoryEntry.LONGEST_NAME) {
                throw cursor.malformed("index has a name of " + next.nameLength() + " bytes");
            }
            ByteBuffer bytes = cursor.read((int) next.nameLength());
            name = new byte[bytes.remaining()];
            bytes.get(name);
        }
    }

    /** Compare with the next name of the listing. */
    void check(Listing.Item item, List<Flaw> flaws) throws IOException {
        if (left == 0 || item.runOffset() != next.listingOffset()) {
            return;
        }
        long block = superblock.directoryTable() + next.listingBlock();
        if (block != item.runBlock() || !Arrays.equals(name, item.name())) {
            flaws.add(cursor.malformed("index leads to another name").toFlaw());
        }
        left--;
        advance();
    }

    /** Note what the index says of no run of the listing. */
    void finish(List<Flaw> flaws) {
        if (left > 0) {
            flaws.add(cursor.malformed("index leads to no name of the listing").toFlaw());
        }
    }
}
