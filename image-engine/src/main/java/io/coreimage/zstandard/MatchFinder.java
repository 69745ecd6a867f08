package io.coreimage.zstandard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Finds earlier occurrences of what comes next, through chains of places with the same hash of four bytes. */
final class MatchFinder {

    static final int SHORTEST = 4;
    static final int SHORTEST_REPEATED = 3;

    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_HASH_BITS = 17;
    private static final int CHAIN = 48;
    private static final int NOWHERE = -1;

    private int[] heads = {};
    private int[] previous = {};
    private int hashBits;
    private byte[] input = {};
    private int start;
    private int inserted;

    /** Start with new bytes. */
    void reset(byte[] bytes, int from, int to) {
        input = bytes;
        start = from;
        inserted = from;
        hashBits = Math.min(MOST_HASH_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(to - from | 0xFF));
        if (heads.length < 1 << hashBits) {
            heads = new int[1 << hashBits];
        }
        if (previous.length < to - from) {
            previous = new int[to - from];
        }
        Arrays.fill(heads, 0, 1 << hashBits, NOWHERE);
    }

    byte[] input() {
        return input;
    }

    /** Find the best match at a place, none of whose bytes is at or behind {@code limit}. */
    Match find(int place, int limit, RepeatedOffsets offsets, boolean behindLiterals) {
        Match best = Match.NONE;
        for (int number = 1; number <= RepeatedOffsets.COUNT; number++) {
            int offset = offsets.offset(number, behindLiterals);
            if (offset > 0 && offset <= place - start) {
                int length = length(place - offset, place, limit);
                if (length >= SHORTEST_REPEATED) {
                    best = best.or(new Match(place, offset, length, Match.worth(length, number)));
                }
            }
        }
        return limit - place < SHORTEST ? best : findInChain(place, limit, best);
    }

    private Match findInChain(int place, int limit, Match known) {
        insertUpTo(place);
        Match best = known;
        int four = (int) FOUR_BYTES.get(input, place);
        int longest = SHORTEST - 1;
        int candidate = heads[hash(four)];
        for (int chain = CHAIN; candidate >= start && chain > 0; chain--) {
            if ((int) FOUR_BYTES.get(input, candidate) == four
                    && input[candidate + longest] == input[place + longest]) {
                int length = length(candidate, place, limit);
                if (length > longest) {
                    longest = length;
                    int offset = place - candidate;
                    best = best.or(
                            new Match(place, offset, length, Match.worth(length, offset + RepeatedOffsets.COUNT)));
                    if (place + length == limit) {
                        break;
                    }
                }
            }
            candidate = previous[candidate - start];
        }
        return best;
    }

    /** Note all places in front of one, so that later ones find them. */
    private void insertUpTo(int place) {
        for (; inserted < place; inserted++) {
            int hash = hash((int) FOUR_BYTES.get(input, inserted));
            previous[inserted - start] = heads[hash];
            heads[hash] = inserted;
        }
    }

    private int hash(int four) {
        return (four * 0x9E37_79B1) >>> (Integer.SIZE - hashBits);
    }

    private int length(int candidate, int place, int limit) {
        int most = limit - place;
        int length = Arrays.mismatch(input, candidate, candidate + most, input, place, limit);
        return length < 0 ? most : length;
    }

    /** Begin a match earlier, where the bytes in front of it are equal too, but not before {@code limit}. */
    Match extendBack(Match match, int limit) {
        int place = match.place();
        while (place > limit
                && place - match.offset() > start
                && input[place - 1] == input[place - 1 - match.offset()]) {
            place--;
        }
        return new Match(place, match.offset(), match.length() + match.place() - place, match.worth());
    }
}
