package io.coreimage.bootloader;

import java.util.Map;

/**
 * Where the fields of a Little Kernel environment are.
 *
 * <pre>
 *        V1, UC16 and UC18                 V2, seed of UC20 and later
 *  0000  signature "SBse" (LE 0x65734253)  signature "SRse" (LE 0x65735253)
 *  0004  version 0x00010001                version 0x00010010
 *  0008  snap_mode                         snapd_recovery_mode
 *  0108  snap_core                         snapd_recovery_system
 *  0208  snap_try_core                     boot image rows[10][2]
 *  0308  snap_kernel                           …
 *  0908  boot image rows[2][2]                 …
 *  0d08  boot image file name                  …
 *  1608                                    boot image file name
 *  3a08  CRC-32 of all before              …
 *  3f08                                    CRC-32 of all before
 * </pre>
 * @param signature the first four bytes
 * @param version the next four
 * @param fields the fields that we set, by the variable's name
 * @param rows where the rows of boot images start: a partition's label and what is in it
 * @param rowCount how many rows there are
 * @param imageName where the name of the boot image's file is
 * @param crc where the checksum is
 */
record LkLayout(
        int signature, int version, Map<String, Integer> fields, int rows, int rowCount, int imageName, int crc) {

    static final LkLayout V1 = new LkLayout(
            0x65734253,
            0x00010001,
            Map.of(
                    "snap_mode", 0x0008,
                    "snap_core", 0x0108,
                    "snap_try_core", 0x0208,
                    "snap_kernel", 0x0308,
                    "snap_try_kernel", 0x0408),
            0x0908,
            2,
            0x0D08,
            0x3A08);

    static final LkLayout V2_RECOVERY = new LkLayout(
            0x65735253,
            0x00010010,
            Map.of("snapd_recovery_mode", 0x0008, "snapd_recovery_system", 0x0108),
            0x0208,
            10,
            0x1608,
            0x3F08);

    /** Return how many bytes there are. */
    int size() {
        return crc + Integer.BYTES;
    }

    int label(int row) {
        return rows + 2 * row * LkField.SIZE;
    }

    int value(int row) {
        return label(row) + LkField.SIZE;
    }
}
