package io.coreimage.zstandard;

/** The last three offsets, which a sequence names by a number from 1 to 3 (RFC 8878, section 3.1.1.5). */
final class RepeatedOffsets {

    static final int COUNT = 3;

    private int first = 1;
    private int second = 4;
    private int third = 8;

    RepeatedOffsets copy() {
        RepeatedOffsets copy = new RepeatedOffsets();
        copy.first = first;
        copy.second = second;
        copy.third = third;
        return copy;
    }

    /** Return the offset that a number from 1 to 3 stands for. */
    int offset(int number, boolean behindLiterals) {
        return switch (behindLiterals ? number : number + 1) {
            case 1 -> first;
            case 2 -> second;
            case 3 -> third;
            default -> first - 1;
        };
    }

    /** Return the value that stands for an offset, which is then the last one. */
    int use(int offset, boolean behindLiterals) {
        int value = offset + COUNT;
        for (int number = COUNT; number > 0; number--) {
            if (offset(number, behindLiterals) == offset) {
                value = number;
            }
        }
        if (value > COUNT || offset != first) {
            third = value <= COUNT && offset == second ? third : second;
            second = first;
            first = offset;
        }
        return value;
    }
}
