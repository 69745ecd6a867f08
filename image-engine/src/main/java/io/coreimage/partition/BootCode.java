package io.coreimage.partition;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.RefusedException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a boot loader keeps in front of the partition table: 440 bytes of code. Gadgets may bring up to 446; the six
 * further bytes are the disk id's place, which the table fills.
 */
final class BootCode {

    static final int SIZE = 440;
    static final BootCode NONE = new BootCode(new byte[SIZE]);

    private final byte[] bytes;

    private BootCode(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Return the part of a boot image that lies in front of what a table writes, or refuse one that is too long. */
    static ByteSource inFrontOf(int tableStart, ByteSource image) {
        if (image.size() > MasterBootRecord.ENTRIES_OFFSET) {
            throw new RefusedException(
                    "cannot place boot code of " + image.size() + " bytes: the partition table starts at byte "
                            + MasterBootRecord.ENTRIES_OFFSET,
                    "Use a boot image of at most " + SIZE + " bytes.");
        }
        return image.slice(0, Math.min(tableStart, image.size()));
    }

    static BootCode readFrom(ByteBuffer in) {
        byte[] bytes = new byte[SIZE];
        in.get(bytes);
        return new BootCode(bytes);
    }

    void writeTo(ByteBuffer out) {
        out.put(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BootCode code && Arrays.equals(code.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
