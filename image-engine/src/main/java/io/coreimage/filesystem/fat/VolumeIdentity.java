package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The last part of a boot sector's fields, at 36 (FAT12, FAT16) or 64 (FAT32); little-endian.
 *
 * <pre>
 *  0 ┌ drive (1) ┬ dirty (1) ┬ signature (1) ┐   80, 0, 29
 *  3 ├ volume id (4) ────────────────────────┤
 *  7 ├ label (11) ───────────────────────────┤
 * 18 └ type (8) ─────────────────────────────┘   26 = SIZE
 * </pre>
 *
 * @param drive the BIOS' number of the disk
 * @param dirty not zero: was not unmounted
 * @param signature 29: the three fields that follow are there
 * @param volumeId the number of the volume
 * @param label its name, filled with spaces
 * @param type its type as text, which nobody may rely on
 */
record VolumeIdentity(int drive, int dirty, int signature, long volumeId, String label, String type) {

    static final int SIZE = 26;
    static final int DRIVE = 0x80;
    static final int SIGNATURE = 0x29;

    private static final int TYPE_SIZE = 8;

    static VolumeIdentity readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new VolumeIdentity(
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getInt(in),
                VolumeLabel.of(Unsigned.getBytes(in, VolumeLabel.SIZE)),
                new String(Unsigned.getBytes(in, TYPE_SIZE), StandardCharsets.ISO_8859_1));
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) drive);
        out.put((byte) dirty);
        out.put((byte) signature);
        out.putInt((int) volumeId);
        out.put(VolumeLabel.toBytes(label));
        out.put(type.getBytes(StandardCharsets.ISO_8859_1));
        Unsigned.checkWritten(bytes, start, SIZE);
    }
}
