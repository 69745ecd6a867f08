package io.coreimage.key;

import java.nio.ByteBuffer;

/** Big-endian reading that notices when the bytes end too early. */
final class Octets {

    private Octets() {}

    static int u8(ByteBuffer in) throws UnreadablePacket {
        require(in, 1);
        return in.get() & 0xff;
    }

    static int u16(ByteBuffer in) throws UnreadablePacket {
        require(in, 2);
        return in.getShort() & 0xffff;
    }

    static long u32(ByteBuffer in) throws UnreadablePacket {
        require(in, 4);
        return in.getInt() & 0xffffffffL;
    }

    /** Return the next bytes as a read-only view and step over them. */
    static ByteBuffer take(ByteBuffer in, long count) throws UnreadablePacket {
        require(in, count);
        ByteBuffer part = in.slice(in.position(), (int) count).asReadOnlyBuffer();
        in.position(in.position() + (int) count);
        return part;
    }

    /** Return a copy of what remains, without moving the position. */
    static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }

    private static void require(ByteBuffer in, long count) throws UnreadablePacket {
        if (count > in.remaining()) {
            throw new UnreadablePacket("its packet is cut off");
        }
    }
}
