package io.coreimage.yaml;

import io.coreimage.problem.RefusedException;

/** A text is no YAML, or something in it is not what it has to be; whoever reads it adds what it was reading. */
public final class YamlException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String reason;

    /**
     * Create an instance.
     * @param place where it stands
     * @param reason what is wrong, without a full stop
     */
    public YamlException(Place place, String reason) {
        super("line " + place.line() + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    /** Return where it stands. */
    public Place place() {
        return place;
    }

    /** Return what is wrong. */
    public String reason() {
        return reason;
    }
}
