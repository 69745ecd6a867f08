package io.coreimage.bootloader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Environments of Little Kernel as a gadget would bring them. */
final class LkTemplates {

    private LkTemplates() {}

    static byte[] of(LkLayout layout, String... partitions) {
        ByteBuffer bytes = ByteBuffer.allocate(layout.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, layout.signature()).putInt(4, layout.version());
        for (int i = 0; i < partitions.length; i++) {
            LkField.write(bytes, layout.label(i), partitions[i]);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), 0, layout.crc());
        return bytes.putInt(layout.crc(), (int) crc.getValue()).array();
    }
}
