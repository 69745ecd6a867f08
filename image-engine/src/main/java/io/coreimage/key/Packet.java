package io.coreimage.key;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * One OpenPGP packet (RFC 4880, section 4).
 *
 * <pre>
 *   new format, the one we write          old format, also read
 *   +----------+-------------+------+     +-------------+-------------+------+
 *   | 11tttttt | 1/2/5 bytes | body |     | 10ttttll    | 1/2/4/0     | body |
 *   +----------+-------------+------+     +-------------+-------------+------+
 *    tag        length                     tag, ll says how long the length is
 * </pre>
 *
 * @param tag what kind of packet it is
 * @param body its content
 */
record Packet(int tag, ByteBuffer body) {

    static final int SIGNATURE = 2;
    static final int SECRET_KEY = 5;
    static final int PUBLIC_KEY = 6;
    static final int PUBLIC_SUBKEY = 14;

    Packet {
        body = body.asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer body() {
        return body.duplicate();
    }

    static Packet readFrom(ByteBuffer in) throws UnreadablePacket {
        int first = Octets.u8(in);
        if ((first & 0x80) == 0) {
            throw new UnreadablePacket("it does not hold an OpenPGP packet");
        }
        boolean newFormat = (first & 0x40) != 0;
        return newFormat
                ? new Packet(first & 0x3f, newBody(in))
                : new Packet((first & 0x3c) >> 2, oldBody(in, first & 3));
    }

    private static ByteBuffer oldBody(ByteBuffer in, int lengthType) throws UnreadablePacket {
        long length = switch (lengthType) {
            case 0 -> Octets.u8(in);
            case 1 -> Octets.u16(in);
            case 2 -> Octets.u32(in);
            default -> in.remaining();
        };
        return Octets.take(in, length);
    }

    private static ByteBuffer newBody(ByteBuffer in) throws UnreadablePacket {
        int first = Octets.u8(in);
        return isPartial(first) ? partialBody(in, first) : Octets.take(in, length(in, first));
    }

    private static ByteBuffer partialBody(ByteBuffer in, int first) throws UnreadablePacket {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int next = first;
        while (isPartial(next)) {
            whole.writeBytes(Octets.copy(Octets.take(in, 1L << (next & 0x1f))));
            next = Octets.u8(in);
        }
        whole.writeBytes(Octets.copy(Octets.take(in, length(in, next))));
        return ByteBuffer.wrap(whole.toByteArray());
    }

    private static boolean isPartial(int first) {
        return first >= 224 && first < 255;
    }

    /** Return the length that starts with the given byte; subpackets write theirs in the same way. */
    static long length(ByteBuffer in, int first) throws UnreadablePacket {
        if (first < 192) {
            return first;
        }
        return first == 255 ? Octets.u32(in) : ((first - 192L) << 8) + Octets.u8(in) + 192;
    }

    static void writeLength(ByteBuffer out, int length) {
        if (length < 192) {
            out.put((byte) length);
        } else if (length < 8384) {
            out.putShort((short) (length - 192 + (192 << 8)));
        } else {
            out.put((byte) 0xff).putInt(length);
        }
    }

    static int lengthSize(int length) {
        return length < 192 ? 1 : length < 8384 ? 2 : 5;
    }

    int size() {
        return 1 + lengthSize(body.remaining()) + body.remaining();
    }

    void writeTo(ByteBuffer out) {
        out.put((byte) (0xc0 | tag));
        writeLength(out, body.remaining());
        out.put(body());
    }
}
