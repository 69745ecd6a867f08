package io.coreimage.squashfs;

import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the names of one directory, in runs that share a block of inodes. */
final class ListingWriter {

    private final MetadataWriter table;
    private final List<Name> run = new ArrayList<>();
    private int size;

    ListingWriter(MetadataWriter table) {
        this.table = table;
    }

    private record Name(String text, long reference, long number, int type) {}

    void add(String name, long reference, long number, int type) throws IOException {
        if (!run.isEmpty() && !belongs(reference, number)) {
            writeRun();
        }
        run.add(new Name(name, reference, number, type));
    }

    private boolean belongs(long reference, long number) {
        Name first = run.get(0);
        long delta = number - first.number();
        return run.size() < DirectoryHeader.MOST_ENTRIES
                && Inode.block(reference) == Inode.block(first.reference())
                && delta == (short) delta;
    }

    private void writeRun() throws IOException {
        Name first = run.get(0);
        ByteBuffer header = Unsigned.allocate(DirectoryHeader.SIZE);
        new DirectoryHeader(run.size(), Inode.block(first.reference()), first.number()).writeTo(header);
        write(header);
        for (Name each : run) {
            byte[] name = bytes(each.text());
            int delta = (int) (each.number() - first.number());
            ByteBuffer entry = Unsigned.allocate(DirectoryEntry.SIZE + name.length);
            new DirectoryEntry(Inode.offset(each.reference()), delta, each.type(), name.length).writeTo(entry);
            write(entry.put(name));
        }
        run.clear();
    }

    private static byte[] bytes(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > DirectoryEntry.LONGEST_NAME) {
            throw new RefusedException("cannot write a squashfs: the name \"" + name + "\" has " + bytes.length
                    + " bytes, more than " + DirectoryEntry.LONGEST_NAME);
        }
        return bytes;
    }

    private void write(ByteBuffer bytes) throws IOException {
        size += bytes.flip().remaining();
        table.write(bytes);
    }

    /** Write what is left and return how many bytes the listing has. */
    int finish() throws IOException {
        if (!run.isEmpty()) {
            writeRun();
        }
        return size;
    }
}
