package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Boot sectors as mkfs.vfat wrote them, but for the code in them. */
class BootSectorTest {

    private static final byte[] FAT32 = sector("""
            eb 58 90   6d 6b 66 73 2e 66 61 74
            00 02   01   20 00   02   00 00   00 00   f8   00 00
            20 00   08 00   00 00 00 00   00 90 01 00
            14 03 00 00   00 00   00 00   02 00 00 00   01 00   06 00
            00 00 00 00 00 00 00 00 00 00 00 00
            80   00   29   cd ab 34 12   53 59 53 54 45 4d 2d 42 4f 4f 54   46 41 54 33 32 20 20 20
            f4 eb fd
            """);

    private static final byte[] FAT16 = sector("""
            eb 3c 90   6d 6b 66 73 2e 66 61 74
            00 02   01   01 00   02   00 02   00 80   f8   7f 00
            20 00   02 00   00 08 00 00   00 00 00 00
            80   00   29   cd ab 34 12   42 4f 4f 54 20 20 20 20 20 20 20   46 41 54 31 36 20 20 20
            f4 eb fd
            """);

    private static final BootSector FAT32_SECTOR = new BootSector(
            new BiosParameterBlock(
                    BiosParameterBlock.JUMP_FAT32, "mkfs.fat", 512, 1, 32, 2, 0, 0, 0xF8, 0, 32, 8, 0, 102_400),
            Optional.of(new Fat32Fields(788, 0, 0, 2, 1, 6)),
            new VolumeIdentity(0x80, 0, 0x29, 0x1234ABCDL, "SYSTEM-BOOT", "FAT32   "),
            BootSector.SIGNATURE);

    private static final BootSector FAT16_SECTOR = new BootSector(
            new BiosParameterBlock(
                    BiosParameterBlock.JUMP_FAT16, "mkfs.fat", 512, 1, 1, 2, 512, 32_768, 0xF8, 127, 32, 2, 2048, 0),
            Optional.empty(),
            new VolumeIdentity(0x80, 0, 0x29, 0x1234ABCDL, "BOOT", "FAT16   "),
            BootSector.SIGNATURE);

    @Test
    void readsEveryField() {
        assertThat(BootSector.readFrom(ByteBuffer.wrap(FAT32))).isEqualTo(FAT32_SECTOR);
        assertThat(BootSector.readFrom(ByteBuffer.wrap(FAT16))).isEqualTo(FAT16_SECTOR);
    }

    @Test
    void writesEveryField() {
        assertThat(FAT32_SECTOR.toBytes()).isEqualTo(FAT32);
        assertThat(FAT16_SECTOR.toBytes()).isEqualTo(FAT16);
    }

    @Test
    void theInfoSectorHasItsFields() {
        byte[] expected = new byte[512];
        put(expected, 0, "52 52 61 41");
        put(expected, 484, "72 72 41 61   b7 89 01 00   02 00 00 00");
        put(expected, 508, "00 00 55 aa");
        assertThat(FsInfo.of(100_791, 2).toBytes()).isEqualTo(expected);
        assertThat(FsInfo.readFrom(ByteBuffer.wrap(expected))).isEqualTo(FsInfo.of(100_791, 2));
    }

    private static byte[] sector(String digits) {
        byte[] sector = Arrays.copyOf(HexDump.parse(digits), 512);
        put(sector, 510, "55 aa");
        return sector;
    }

    private static void put(byte[] bytes, int offset, String digits) {
        byte[] part = HexDump.parse(digits);
        System.arraycopy(part, 0, bytes, offset, part.length);
    }
}
