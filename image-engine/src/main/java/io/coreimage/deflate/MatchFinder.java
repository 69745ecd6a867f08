package io.coreimage.deflate;

import java.util.Arrays;

/** Finds earlier occurrences of what comes next, through chains of places with the same hash of three bytes. */
final class MatchFinder {

    static final int SHORTEST = 3;
    static final int LONGEST = 258;
    static final int WINDOW = 1 << 15;

    private static final int HASH_BITS = 15;
    /** How many earlier places are looked at. */
    static final int LONG_CHAIN = 4096;

    static final int SHORT_CHAIN = 16;

    private static final int GOOD = 32;
    private static final int NOWHERE = -1;

    private final int[] heads = new int[1 << HASH_BITS];
    private final int[] previous = new int[WINDOW];
    private byte[] input = {};
    private int end;
    private int distance;
    private final int chainLength;

    MatchFinder(int chainLength) {
        this.chainLength = chainLength;
    }

    /** Start with new bytes. */
    void reset(byte[] bytes, int to) {
        input = bytes;
        end = to;
        Arrays.fill(heads, NOWHERE);
    }

    /** Note the place, so that later ones find it. */
    void insert(int place) {
        if (place + SHORTEST <= end) {
            int hash = hash(place);
            previous[place & (WINDOW - 1)] = heads[hash];
            heads[hash] = place;
        }
    }

    /**
     * Return the length of the longest match at a place that has been inserted, or {@code longerThan} if none is longer;
     * {@link #distance()} says how far back it is.
     */
    int find(int place, int longerThan) {
        int most = Math.min(LONGEST, end - place);
        if (most < SHORTEST || longerThan >= most) {
            return longerThan;
        }
        int best = longerThan;
        int chain = longerThan >= GOOD ? chainLength / 4 : chainLength;
        int candidate = previous[place & (WINDOW - 1)];
        while (candidate >= 0 && place - candidate < WINDOW && chain-- > 0) {
            if (input[candidate + best] == input[place + best] && input[candidate] == input[place]) {
                int length = Arrays.mismatch(input, candidate, candidate + most, input, place, place + most);
                length = length < 0 ? most : length;
                if (length > best) {
                    best = length;
                    distance = place - candidate;
                    if (best == most) {
                        break;
                    }
                }
            }
            int next = previous[candidate & (WINDOW - 1)];
            candidate = next < candidate ? next : NOWHERE;
        }
        return best;
    }

    int distance() {
        return distance;
    }

    private int hash(int place) {
        int three = (input[place] & 0xFF) | (input[place + 1] & 0xFF) << 8 | (input[place + 2] & 0xFF) << 16;
        return (three * 0x9E37_79B1) >>> (Integer.SIZE - HASH_BITS);
    }
}
