package io.coreimage.resolve;

/** The generations of Ubuntu Core whose images are made differently. */
public enum Generation {
    /** Models without a base: the core snap is everything. */
    UC16,
    /** Models with a base and lists of names. */
    UC18,
    /** Models with modes and a grade: from 20 on. */
    UC20;

    /** Return what people call images of this kind. */
    @Override
    public String toString() {
        return this == UC20 ? "UC20+" : "UC16/18";
    }
}
