package io.coreimage.partition;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;

/**
 * A sector in the addressing of old disks. Everything reads the sector numbers beside it instead; only what the
 * protective record of a GPT must say by its specification is ever written.
 *
 * <pre>
 * 0 ┌ head ┬ sector, and bits 8 and 9 of the cylinder ┬ cylinder ┐   3 = SIZE
 * </pre>
 *
 * @param head the first byte
 * @param sector the second byte
 * @param cylinder the third byte
 */
record ChsAddress(int head, int sector, int cylinder) {

    static final int SIZE = 3;
    static final ChsAddress ZERO = new ChsAddress(0, 0, 0);

    /** The sector behind the boot sector. */
    static final ChsAddress SECOND_SECTOR = new ChsAddress(0, 2, 0);

    /** What a sector has that lies too far for this addressing. */
    static final ChsAddress BEYOND = new ChsAddress(0xFF, 0xFF, 0xFF);

    static ChsAddress readFrom(ByteBuffer in) {
        return new ChsAddress(Unsigned.getByte(in), Unsigned.getByte(in), Unsigned.getByte(in));
    }

    void writeTo(ByteBuffer out) {
        int start = out.position();
        out.put((byte) head).put((byte) sector).put((byte) cylinder);
        Unsigned.checkWritten(out, start, SIZE);
    }
}
