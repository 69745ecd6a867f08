package io.coreimage.key;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * A number as OpenPGP writes it (RFC 4880, section 3.2).
 *
 * <pre>
 *   +---------+-------------------------------+
 *   | bits u16| (bits + 7) / 8 bytes, big end |
 *   +---------+-------------------------------+
 * </pre>
 *
 * @param bits the length that is written, which may count leading zeros
 * @param value the number
 */
record Mpi(int bits, BigInteger value) {

    /** Return a number without leading zeros. */
    static Mpi of(BigInteger value) {
        return new Mpi(value.bitLength(), value);
    }

    /** Return a number in a fixed number of bytes. */
    static Mpi ofBytes(byte[] bytes) {
        return new Mpi(bytes.length * 8, new BigInteger(1, bytes));
    }

    static Mpi readFrom(ByteBuffer in) throws UnreadablePacket {
        int bits = Octets.u16(in);
        return new Mpi(bits, new BigInteger(1, Octets.copy(Octets.take(in, length(bits)))));
    }

    int size() {
        return 2 + length(bits);
    }

    void writeTo(ByteBuffer out) {
        out.putShort((short) bits).put(bytes(length(bits)));
    }

    /** Return the number in exactly so many bytes. */
    byte[] bytes(int length) {
        byte[] signed = value.toByteArray();
        byte[] bytes = new byte[length];
        int count = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - count, bytes, length - count, count);
        return bytes;
    }

    private static int length(int bits) {
        return (bits + 7) / 8;
    }
}
