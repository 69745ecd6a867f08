package io.coreimage.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * SHA3-384 (FIPS 202) for a Java whose own is slow: twice as fast as that of 17, and nothing has to be loaded for it.
 *
 * <p>The state is five planes of five lanes, lane {@code x} of plane {@code y} at {@code x + 5 * y}; a block is added to its
 * first thirteen lanes and everything is stirred in 24 rounds. Two arrays take turns: each round reads one and fills the
 * other.
 */
final class Sha3 extends MessageDigest {

    private static final int LANES = 25;
    private static final int DIGEST = 48;
    private static final int BLOCK = LANES * Long.BYTES - 2 * DIGEST;
    private static final byte FIRST_PAD = 0x06;
    private static final byte LAST_PAD = (byte) 0x80;
    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long[] CONSTANTS = {
        0x0000000000000001L,
        0x0000000000008082L,
        0x800000000000808aL,
        0x8000000080008000L,
        0x000000000000808bL,
        0x0000000080000001L,
        0x8000000080008081L,
        0x8000000000008009L,
        0x000000000000008aL,
        0x0000000000000088L,
        0x0000000080008009L,
        0x000000008000000aL,
        0x000000008000808bL,
        0x800000000000008bL,
        0x8000000000008089L,
        0x8000000000008003L,
        0x8000000000008002L,
        0x8000000000000080L,
        0x000000000000800aL,
        0x800000008000000aL,
        0x8000000080008081L,
        0x8000000000008080L,
        0x0000000080000001L,
        0x8000000080008008L
    };

    private final long[] state = new long[LANES];
    private final long[] other = new long[LANES];
    private final byte[] pending = new byte[BLOCK];
    private int count;

    Sha3() {
        super("SHA3-384");
    }

    @Override
    protected int engineGetDigestLength() {
        return DIGEST;
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        int position = offset;
        int end = offset + length;
        if (count > 0) {
            int part = Math.min(BLOCK - count, length);
            System.arraycopy(input, position, pending, count, part);
            position += part;
            count += part;
            if (count < BLOCK) {
                return;
            }
            absorb(pending, 0);
        }
        for (; end - position >= BLOCK; position += BLOCK) {
            absorb(input, position);
        }
        count = end - position;
        System.arraycopy(input, position, pending, 0, count);
    }

    @Override
    protected byte[] engineDigest() {
        Arrays.fill(pending, count, BLOCK, (byte) 0);
        pending[count] = FIRST_PAD;
        pending[BLOCK - 1] |= LAST_PAD;
        absorb(pending, 0);
        byte[] digest = new byte[DIGEST];
        for (int i = 0; i < DIGEST; i += Long.BYTES) {
            LITTLE_ENDIAN.set(digest, i, state[i / Long.BYTES]);
        }
        engineReset();
        return digest;
    }

    @Override
    protected void engineReset() {
        Arrays.fill(state, 0);
        count = 0;
    }

    private void absorb(byte[] input, int offset) {
        for (int i = 0; i < BLOCK / Long.BYTES; i++) {
            state[i] ^= (long) LITTLE_ENDIAN.get(input, offset + i * Long.BYTES);
        }
        for (int i = 0; i < CONSTANTS.length; i += 2) {
            round(state, other, CONSTANTS[i]);
            round(other, state, CONSTANTS[i + 1]);
        }
    }

    /**
     * One round: the parity of neighbouring columns is added to each lane, lanes are rotated and change places, and each is
     * mixed with the next two of its new plane. Written out, as loops over lanes take twice as long.
     */
    private static void round(long[] from, long[] to, long constant) {
        long c0 = from[0] ^ from[5] ^ from[10] ^ from[15] ^ from[20];
        long c1 = from[1] ^ from[6] ^ from[11] ^ from[16] ^ from[21];
        long c2 = from[2] ^ from[7] ^ from[12] ^ from[17] ^ from[22];
        long c3 = from[3] ^ from[8] ^ from[13] ^ from[18] ^ from[23];
        long c4 = from[4] ^ from[9] ^ from[14] ^ from[19] ^ from[24];
        long d0 = c4 ^ Long.rotateLeft(c1, 1);
        long d1 = c0 ^ Long.rotateLeft(c2, 1);
        long d2 = c1 ^ Long.rotateLeft(c3, 1);
        long d3 = c2 ^ Long.rotateLeft(c4, 1);
        long d4 = c3 ^ Long.rotateLeft(c0, 1);
        c0 = from[0] ^ d0;
        c1 = Long.rotateLeft(from[6] ^ d1, 44);
        c2 = Long.rotateLeft(from[12] ^ d2, 43);
        c3 = Long.rotateLeft(from[18] ^ d3, 21);
        c4 = Long.rotateLeft(from[24] ^ d4, 14);
        to[0] = c0 ^ (~c1 & c2) ^ constant;
        to[1] = c1 ^ (~c2 & c3);
        to[2] = c2 ^ (~c3 & c4);
        to[3] = c3 ^ (~c4 & c0);
        to[4] = c4 ^ (~c0 & c1);
        c0 = Long.rotateLeft(from[3] ^ d3, 28);
        c1 = Long.rotateLeft(from[9] ^ d4, 20);
        c2 = Long.rotateLeft(from[10] ^ d0, 3);
        c3 = Long.rotateLeft(from[16] ^ d1, 45);
        c4 = Long.rotateLeft(from[22] ^ d2, 61);
        to[5] = c0 ^ (~c1 & c2);
        to[6] = c1 ^ (~c2 & c3);
        to[7] = c2 ^ (~c3 & c4);
        to[8] = c3 ^ (~c4 & c0);
        to[9] = c4 ^ (~c0 & c1);
        c0 = Long.rotateLeft(from[1] ^ d1, 1);
        c1 = Long.rotateLeft(from[7] ^ d2, 6);
        c2 = Long.rotateLeft(from[13] ^ d3, 25);
        c3 = Long.rotateLeft(from[19] ^ d4, 8);
        c4 = Long.rotateLeft(from[20] ^ d0, 18);
        to[10] = c0 ^ (~c1 & c2);
        to[11] = c1 ^ (~c2 & c3);
        to[12] = c2 ^ (~c3 & c4);
        to[13] = c3 ^ (~c4 & c0);
        to[14] = c4 ^ (~c0 & c1);
        c0 = Long.rotateLeft(from[4] ^ d4, 27);
        c1 = Long.rotateLeft(from[5] ^ d0, 36);
        c2 = Long.rotateLeft(from[11] ^ d1, 10);
        c3 = Long.rotateLeft(from[17] ^ d2, 15);
        c4 = Long.rotateLeft(from[23] ^ d3, 56);
        to[15] = c0 ^ (~c1 & c2);
        to[16] = c1 ^ (~c2 & c3);
        to[17] = c2 ^ (~c3 & c4);
        to[18] = c3 ^ (~c4 & c0);
        to[19] = c4 ^ (~c0 & c1);
        c0 = Long.rotateLeft(from[2] ^ d2, 62);
        c1 = Long.rotateLeft(from[8] ^ d3, 55);
        c2 = Long.rotateLeft(from[14] ^ d4, 39);
        c3 = Long.rotateLeft(from[15] ^ d0, 41);
        c4 = Long.rotateLeft(from[21] ^ d1, 2);
        to[20] = c0 ^ (~c1 & c2);
        to[21] = c1 ^ (~c2 & c3);
        to[22] = c2 ^ (~c3 & c4);
        to[23] = c3 ^ (~c4 & c0);
        to[24] = c4 ^ (~c0 & c1);
    }
}
