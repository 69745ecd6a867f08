package io.coreimage.bytes;

/** Sizes in whole units of something larger. */
public final class Rounding {

    private Rounding() {}

    /** Return how many units hold a value. */
    public static long divideUp(long value, long unit) {
        return -Math.floorDiv(-value, unit);
    }

    /** Return the smallest multiple of a unit that is not below a value. */
    public static long roundUp(long value, long unit) {
        return divideUp(value, unit) * unit;
    }
}
