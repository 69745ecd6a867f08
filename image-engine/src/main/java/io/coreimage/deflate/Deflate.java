package io.coreimage.deflate;

import java.util.zip.Adler32;

/**
 * Compresses bytes in memory as deflate (RFC 1951) or zlib (RFC 1950) streams, about as small as zlib does with its best
 * level.
 *
 * <p>The JDK's own compressor is whatever zlib it was built with or finds on the system; this one gives the same bytes
 * everywhere. An instance is used by one thread at a time, and again and again.
 */
public final class Deflate {

    private static final int ZLIB_HEADER = 0x78DA;
    private static final int FAR = 4096;

    private final MatchFinder finder;
    private final DeflateBlock block = new DeflateBlock();

    /** Make one that looks hard. */
    public Deflate() {
        this(MatchFinder.LONG_CHAIN);
    }

    private Deflate(int chain) {
        this.finder = new MatchFinder(chain);
    }

    /** Return one that takes a fraction of the time, for a few per cent more. */
    public static Deflate quick() {
        return new Deflate(MatchFinder.SHORT_CHAIN);
    }

    /**
     * Compress a range into a zlib stream.
     * @return its length, or -1 if the output has no room for it
     */
    public int zlib(byte[] input, int from, int count, byte[] output) {
        if (output.length < Short.BYTES + Integer.BYTES) {
            return -1;
        }
        output[0] = (byte) (ZLIB_HEADER >>> 8);
        output[1] = (byte) ZLIB_HEADER;
        int end = raw(input, from, count, true, output, 2, output.length - Integer.BYTES);
        if (end < 0) {
            return -1;
        }
        Adler32 adler = new Adler32();
        adler.update(input, from, count);
        for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
            output[end++] = (byte) (adler.getValue() >>> shift);
        }
        return end;
    }

    /**
     * Compress a range into a part of a deflate stream, which ends at a whole byte.
     * @param last whether the stream ends here; if not, another part may be put behind it
     * @param start where in the output to begin
     * @param limit where in the output to end at most
     * @return where in the output the part ends, or -1 if there is no room for it
     */
    public int raw(byte[] input, int from, int count, boolean last, byte[] output, int start, int limit) {
        BitWriter bits = new BitWriter(output, start, limit);
        int end = from + count;
        finder.reset(input, end);
        int begin = from;
        int place = from;
        while (place < end && bits.fits()) {
            place = fillBlock(input, place, end);
            block.writeTo(bits, input, begin, place, last && place == end);
            begin = place;
        }
        if (count == 0 || !last) {
            DeflateBlock.writeStored(bits, input, from, 0, last);
        }
        bits.align();
        return bits.fits() ? bits.position() : -1;
    }

    /** Take up literals and matches until the block is full; returns where it ends. */
    private int fillBlock(byte[] input, int from, int end) {
        int place = from;
        while (place < end && !block.isFull()) {
            finder.insert(place);
            int length = find(place, MatchFinder.SHORTEST - 1);
            if (length < MatchFinder.SHORTEST) {
                block.addLiteral(input[place++]);
            } else {
                place = addMatch(input, place, length, end);
            }
        }
        return place;
    }

    /** Take up a match, unless there is a longer one at the next byte, or at the next but one …; returns where it ends. */
    private int addMatch(byte[] input, int found, int foundLength, int end) {
        int place = found;
        int length = foundLength;
        int distance = finder.distance();
        while (length < MatchFinder.LONGEST && place + 1 < end) {
            finder.insert(place + 1);
            int next = find(place + 1, length);
            if (next == length) {
                break;
            }
            block.addLiteral(input[place++]);
            length = next;
            distance = finder.distance();
        }
        block.addMatch(length, distance);
        for (int i = place + (length < MatchFinder.LONGEST ? 2 : 1); i < place + length; i++) {
            finder.insert(i);
        }
        return place + length;
    }

    /** The shortest matches are worse than literals when they are far away. */
    private int find(int place, int longerThan) {
        int length = finder.find(place, longerThan);
        return length == MatchFinder.SHORTEST && finder.distance() > FAR ? longerThan : length;
    }
}
