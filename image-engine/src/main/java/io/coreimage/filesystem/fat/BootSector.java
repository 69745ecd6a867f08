package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The first 512 bytes of a volume, whatever its sector size; little-endian.
 *
 * <pre>
 *         FAT12, FAT16            FAT32
 *   0 ┌ parameters ────────┐ ┌ parameters ────────┐
 *  36 ├ identity ──────────┤ ├ fields of FAT32 ───┤
 *  62 ├ code ──────────────┤ │                    │
 *  64 │                    │ ├ identity ──────────┤
 *  90 │                    │ ├ code ──────────────┤
 * 510 └ 55 AA ─────────────┘ └ 55 AA ─────────────┘   512 = SIZE
 * </pre>
 *
 * @param parameters what all types have
 * @param fat32 what only FAT32 has
 * @param identity id and label
 * @param signature {@link #SIGNATURE}
 */
record BootSector(BiosParameterBlock parameters, Optional<Fat32Fields> fat32, VolumeIdentity identity, int signature) {

    static final int SIZE = 512;
    static final int SIGNATURE = 0xAA55;

    private static final int SIGNATURE_OFFSET = SIZE - 2;

    /** Code for a BIOS that starts from here against all advice: halt, for ever (F4 EB FD). */
    private static final byte[] HALT = {(byte) 0xF4, (byte) 0xEB, (byte) 0xFD};

    static BootSector readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = in.position();
        BiosParameterBlock parameters = BiosParameterBlock.readFrom(in);
        boolean isFat32 = parameters.smallTableSectors() == 0;
        Optional<Fat32Fields> fat32 = isFat32 ? Optional.of(Fat32Fields.readFrom(in)) : Optional.empty();
        VolumeIdentity identity = VolumeIdentity.readFrom(in);
        in.position(start + SIGNATURE_OFFSET);
        return new BootSector(parameters, fat32, identity, Unsigned.getShort(in));
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        parameters.writeTo(out);
        fat32.ifPresent(each -> each.writeTo(out));
        identity.writeTo(out);
        out.put(HALT);
        out.put(new byte[start + SIGNATURE_OFFSET - out.position()]);
        out.putShort((short) signature);
        Unsigned.checkWritten(bytes, start, SIZE);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        writeTo(bytes);
        return bytes.array();
    }
}
