package io.coreimage.squashfs;

import io.coreimage.problem.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the names of one directory, in runs that share a block of inodes; about every metadata block a run begins, and
 * an index says so.
 */
final class ListingWriter {

    private final MetadataWriter table;
    private final List<Name> run = new ArrayList<>();
    private final ByteArrayOutputStream index = new ByteArrayOutputStream();
    private int indexEntries;
    private int size;
    private int indexedSize;

    ListingWriter(MetadataWriter table) {
        this.table = table;
    }

    private record Name(String text, long reference, long number, int type) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        int size() {
            return DirectoryEntry.SIZE + bytes().length;
        }
    }

    void add(String text, long reference, long number, int type) throws IOException {
        Name name = new Name(checked(text), reference, number, type);
        boolean full = size - indexedSize + name.size() > MetadataBlocks.LARGEST;
        if (!run.isEmpty() && (full || !belongs(reference, number))) {
            writeRun();
        }
        if (full) {
            addToIndex(name);
        }
        size += (run.isEmpty() ? DirectoryHeader.SIZE : 0) + name.size();
        run.add(name);
    }

    private boolean belongs(long reference, long number) {
        Name first = run.get(0);
        long delta = number - first.number();
        return run.size() < DirectoryHeader.MOST_ENTRIES
                && Inode.block(reference) == Inode.block(first.reference())
                && delta == (short) delta;
    }

    /** The name is the first of a run, whose header comes next. */
    private void addToIndex(Name name) throws IOException {
        byte[] entry = new byte[DirectoryIndexEntry.SIZE];
        new DirectoryIndexEntry(size, Inode.block(table.reference()), name.bytes().length)
                .writeTo(Unsigned.wrap(entry));
        index.writeBytes(entry);
        index.writeBytes(name.bytes());
        indexEntries++;
        indexedSize = size;
    }

    private void writeRun() throws IOException {
        Name first = run.get(0);
        ByteBuffer header = Unsigned.allocate(DirectoryHeader.SIZE);
        new DirectoryHeader(run.size(), Inode.block(first.reference()), first.number()).writeTo(header);
        table.write(header.flip());
        for (Name each : run) {
            int delta = (int) (each.number() - first.number());
            ByteBuffer entry = Unsigned.allocate(each.size());
            new DirectoryEntry(Inode.offset(each.reference()), delta, each.type(), each.bytes().length).writeTo(entry);
            table.write(entry.put(each.bytes()).flip());
        }
        run.clear();
    }

    private static String checked(String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > DirectoryEntry.LONGEST_NAME) {
            throw new RefusedException("cannot write a squashfs: the name \"" + name + "\" has " + length
                    + " bytes, more than " + DirectoryEntry.LONGEST_NAME);
        }
        return name;
    }

    /** Write what is left and return how many bytes the listing has. */
    int finish() throws IOException {
        if (!run.isEmpty()) {
            writeRun();
        }
        return size;
    }

    /** Return how many entries the index has. */
    int indexEntries() {
        return indexEntries;
    }

    /** Return the index, which stands behind the directory's inode. */
    byte[] index() {
        return index.toByteArray();
    }
}
