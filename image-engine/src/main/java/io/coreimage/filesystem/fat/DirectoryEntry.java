package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An entry of a directory; little-endian.
 *
 * <pre>
 *  0 ┌ name (8) and extension (3) ────────────┐   filled with spaces; E5: deleted, 00: nothing follows
 * 11 ├ attributes (1) ┬ case (1) ┬ 10 ms (1) ─┤
 * 14 ├ created: time (2), date (2) ───────────┤
 * 18 ├ accessed: date (2) ┬ cluster, high (2) ┤
 * 22 ├ modified: time (2), date (2) ──────────┤
 * 26 ├ cluster, low (2) ──┬ size (4) ─────────┤   32 = SIZE
 * </pre>
 *
 * @param name name and extension with the case of their letters
 * @param attributes what the entry is
 * @param created when it was made
 * @param accessedDate when it was last read
 * @param modified when it was last written
 * @param cluster where its content starts, zero for nothing and for the root directory
 * @param size how many bytes it has; zero for directories
 */
record DirectoryEntry(
        ShortName name, int attributes, DosTime created, int accessedDate, DosTime modified, long cluster, long size) {

    static final int SIZE = 32;

    static final int READ_ONLY = 0x01;
    static final int LABEL = 0x08;
    static final int DIRECTORY = 0x10;
    static final int ARCHIVE = 0x20;
    static final int LONG_NAME = 0x0F;

    static final int ATTRIBUTES_OFFSET = 11;
    static final int DELETED = 0xE5;

    /** Return an entry of one time and no more than one kind. */
    static DirectoryEntry of(ShortName name, int attributes, DosTime time, long cluster, long size) {
        return new DirectoryEntry(name, attributes, time, time.date(), time, cluster, size);
    }

    static DirectoryEntry readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = Unsigned.getBytes(in, ShortName.SIZE);
        int attributes = Unsigned.getByte(in);
        ShortName shortName = new ShortName(name, Unsigned.getByte(in));
        in.get();
        DosTime created = new DosTime(Unsigned.getShort(in), Unsigned.getShort(in));
        int accessed = Unsigned.getShort(in);
        long high = Unsigned.getShort(in);
        DosTime modified = new DosTime(Unsigned.getShort(in), Unsigned.getShort(in));
        long cluster = high << 16 | Unsigned.getShort(in);
        return new DirectoryEntry(shortName, attributes, created, accessed, modified, cluster, Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.put(name.toBytes());
        out.put((byte) attributes);
        out.put((byte) name.caseBits());
        out.put((byte) 0);
        out.putShort((short) created.time()).putShort((short) created.date());
        out.putShort((short) accessedDate);
        out.putShort((short) (cluster >>> 16));
        out.putShort((short) modified.time()).putShort((short) modified.date());
        out.putShort((short) cluster);
        out.putInt((int) size);
        Unsigned.checkWritten(bytes, start, SIZE);
    }

    boolean isDirectory() {
        return (attributes & DIRECTORY) != 0;
    }

    boolean isLabel() {
        return (attributes & LABEL) != 0 && attributes != LONG_NAME;
    }
}
