package io.coreimage.problem;

import java.util.Locale;

/** Bytes from outside do not have the form they claim: says which structure, and where in it. */
public final class MalformedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String structure;
    private final long offset;
    private final String reason;

    /**
     * Create an instance.
     * @param structure the structure in its format's own words, such as {@code gpt header}
     * @param offset where the structure (or the field in it) starts, in bytes from the start of what is read
     * @param reason what is wrong, without a full stop
     */
    public MalformedException(String structure, long offset, String reason) {
        super(String.format(Locale.ROOT, "malformed %s at offset %d: %s", structure, offset, reason));
        this.structure = structure;
        this.offset = offset;
        this.reason = reason;
    }

    /** Return the structure that is malformed. */
    public String structure() {
        return structure;
    }

    /** Return where it starts, in bytes. */
    public long offset() {
        return offset;
    }

    /** Return the same for a check that goes on. */
    public Flaw toFlaw() {
        return new Flaw(structure, offset, reason);
    }
}
