package io.coreimage.zstandard;

/** The literals of a block and its sequences: so many literals, then a match so far back and so long. */
final class Sequences {

    static final int MOST = Block.LARGEST / MatchFinder.SHORTEST_REPEATED + 1;

    private final byte[] literals = new byte[Block.LARGEST];
    private final int[] literalLengths = new int[MOST];
    private final int[] offsetValues = new int[MOST];
    private final int[] matchLengths = new int[MOST];
    private RepeatedOffsets offsets = new RepeatedOffsets();
    private int literalCount;
    private int count;

    /** Start a frame. */
    void reset() {
        offsets = new RepeatedOffsets();
    }

    /** Start a block; returns what to {@link #restore} if it is not written. */
    RepeatedOffsets begin() {
        literalCount = 0;
        count = 0;
        return offsets.copy();
    }

    void restore(RepeatedOffsets before) {
        offsets = before;
    }

    RepeatedOffsets offsets() {
        return offsets;
    }

    void add(byte[] input, int from, int to, int offset, int matchLength) {
        literalLengths[count] = to - from;
        offsetValues[count] = offsets.use(offset, to > from);
        matchLengths[count] = matchLength;
        count++;
        addLiterals(input, from, to);
    }

    void addLiterals(byte[] input, int from, int to) {
        System.arraycopy(input, from, literals, literalCount, to - from);
        literalCount += to - from;
    }

    byte[] literals() {
        return literals;
    }

    int literalCount() {
        return literalCount;
    }

    int count() {
        return count;
    }

    /** Return the numbers of one kind, one for each sequence. */
    int[] values(SequenceCode code) {
        return switch (code) {
            case LITERAL_LENGTH -> literalLengths;
            case OFFSET -> offsetValues;
            case MATCH_LENGTH -> matchLengths;
        };
    }
}
