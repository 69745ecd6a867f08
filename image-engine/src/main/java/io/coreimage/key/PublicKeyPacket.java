package io.coreimage.key;

import java.nio.ByteBuffer;

/**
 * The body of a version 4 RSA public key (RFC 4880, section 5.5.2).
 *
 * <pre>
 *   +----+-------------+-----------+-------------+--------------+
 *   | 04 | created u32 | algorithm | modulus MPI | exponent MPI |
 *   +----+-------------+-----------+-------------+--------------+
 * </pre>
 *
 * @param modulus the number that all bits of security are in
 * @param exponent the public exponent
 */
record PublicKeyPacket(Mpi modulus, Mpi exponent) {

    private static final int VERSION = 4;

    private static final int RSA = 1;

    /** 2016-01-01T00:00:00Z: every key is normalised to it, so that its id depends on nothing but the two numbers. */
    static final int CREATED = 1451606400;

    static final int HEADER_SIZE = 6;

    /** Read the body; the creation time and which variant of RSA it claims are no part of a key's identity. */
    static PublicKeyPacket readFrom(ByteBuffer in) throws UnreadablePacket {
        Octets.take(in, HEADER_SIZE);
        PublicKeyPacket packet = new PublicKeyPacket(Mpi.readFrom(in), Mpi.readFrom(in));
        if (packet.exponent.bits() > 24) {
            throw new UnreadablePacket("its public exponent is longer than 3 bytes");
        }
        return packet;
    }

    static int version(ByteBuffer body) throws UnreadablePacket {
        return Octets.u8(body.duplicate());
    }

    static int algorithm(ByteBuffer body) throws UnreadablePacket {
        return Octets.take(body.duplicate(), HEADER_SIZE).get(HEADER_SIZE - 1) & 0xff;
    }

    Packet toPacket() {
        ByteBuffer out = ByteBuffer.allocate(HEADER_SIZE + modulus.size() + exponent.size());
        writeTo(out);
        return new Packet(Packet.PUBLIC_KEY, out.flip());
    }

    private void writeTo(ByteBuffer out) {
        out.put((byte) VERSION).putInt(CREATED).put((byte) RSA);
        modulus.writeTo(out);
        exponent.writeTo(out);
    }
}
