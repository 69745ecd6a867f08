package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The hash that sorts the names of a large directory: half of an MD4, started from the file system's seed.
 * @param seed the four words that it starts from
 * @param signed whether the bytes of names count as signed, as they do on most machines that make file systems
 */
record NameHash(Bytes seed, boolean signed) {

    private static final int CHUNK = 32;
    private static final int[] PLAIN_SEED = {0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476};

    /** The largest value means the end of a directory to the kernel. */
    private static final int END = 0xFFFF_FFFE;

    private static final int[][] ORDERS = {{0, 1, 2, 3, 4, 5, 6, 7}, {1, 3, 5, 7, 0, 2, 4, 6}, {3, 7, 2, 6, 1, 5, 0, 4}
    };
    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] ADDENDS = {0, 0x5A82_7999, 0x6ED9_EBA1};

    static NameHash of(Guid seed, boolean signed) {
        return new NameHash(Bytes.of(seed.toBytes()), signed);
    }

    /** Return the hash of a name as an unsigned number with bit 0 clear. */
    long of(byte[] name) {
        int[] state = start();
        for (int from = 0; from < name.length || from == 0; from += CHUNK) {
            mix(state, words(name, from));
        }
        int hash = state[1] & ~1;
        return (hash == END ? END - 2 : hash) & 0xFFFF_FFFFL;
    }

    private int[] start() {
        if (seed.isZero()) {
            return PLAIN_SEED.clone();
        }
        ByteBuffer words = seed.buffer().order(ByteOrder.LITTLE_ENDIAN);
        return new int[] {words.getInt(), words.getInt(), words.getInt(), words.getInt()};
    }

    /** Return eight words of name, padded with its length. */
    private int[] words(byte[] name, int from) {
        int pad = ((name.length - from) & 0xFF) * 0x0101_0101;
        int[] words = new int[CHUNK / Integer.BYTES];
        Arrays.fill(words, pad);
        int end = Math.min(name.length, from + CHUNK);
        for (int i = from; i < end; i++) {
            int index = (i - from) / Integer.BYTES;
            words[index] = (words[index] << 8) + (signed ? name[i] : name[i] & 0xFF);
        }
        return words;
    }

    private static void mix(int[] state, int[] words) {
        int[] now = state.clone();
        for (int round = 0; round < ORDERS.length; round++) {
            for (int step = 0; step < words.length; step++) {
                // The four roles move on by one at each step: a, d, c, b.
                int a = (4 - step) & 3;
                int sum = now[a] + choose(round, now[(a + 1) & 3], now[(a + 2) & 3], now[(a + 3) & 3]);
                now[a] = Integer.rotateLeft(sum + words[ORDERS[round][step]] + ADDENDS[round], SHIFTS[round][step & 3]);
            }
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += now[i];
        }
    }

    private static int choose(int round, int b, int c, int d) {
        return switch (round) {
            case 0 -> d ^ (b & (c ^ d));
            case 1 -> (b & c) + ((b ^ c) & d);
            default -> b ^ c ^ d;
        };
    }
}
