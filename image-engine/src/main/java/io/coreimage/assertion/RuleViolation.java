package io.coreimage.assertion;

import java.util.Objects;

/**
 * A rule of the format or of a type does not hold. It does not leave this room: who reads or signs turns it into an
 * {@link AssertionException} that knows the line.
 */
final class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Stands for a path where the body is what is wrong; no header can have this name. */
    static final String BODY = "(body)";

    private final String rule;
    private final String path;
    private final int line;

    /**
     * Create an instance.
     * @param rule the short name of the rule
     * @param path which value, such as {@code snaps[2].modes}; empty for the whole
     * @param line where, counted from 1 within the headers, or 0 where only the path says it
     * @param reason what is wrong, without a full stop
     */
    private RuleViolation(String rule, String path, int line, String reason) {
        super(reason, null, false, false);
        this.rule = rule;
        this.path = path;
        this.line = line;
    }

    static RuleViolation at(String rule, String path, String reason) {
        return new RuleViolation(rule, path, 0, reason);
    }

    static RuleViolation atLine(String rule, int line, String reason) {
        return new RuleViolation(rule, "", line, reason);
    }

    String rule() {
        return rule;
    }

    String path() {
        return path;
    }

    int line() {
        return line;
    }

    String reason() {
        return Objects.requireNonNull(getMessage());
    }
}
