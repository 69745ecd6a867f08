package io.coreimage.zstandard;

/**
 * Bytes that occur earlier too.
 * @param place where they are
 * @param offset how far back they are
 * @param length how many
 * @param worth how good it is to have them so, in about a quarter of a literal's bits
 */
record Match(int place, int offset, int length, int worth) {

    static final Match NONE = new Match(0, 0, 0, 0);

    /** Return what a match of that length is worth, less what its offset costs. */
    static int worth(int length, int offsetValue) {
        return 4 * length - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(offsetValue));
    }

    boolean isNone() {
        return length == 0;
    }

    Match or(Match other) {
        return other.worth > worth ? other : this;
    }
}
