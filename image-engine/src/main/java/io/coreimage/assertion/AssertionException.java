package io.coreimage.assertion;

import io.coreimage.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** An assertion cannot be read, signed or trusted. Says which rule it breaks and, where that is known, in which line. */
public final class AssertionException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String path;
    private final int line;

    AssertionException(
            String message, @Nullable String nextStep, String rule, String path, int line, @Nullable Throwable cause) {
        super(message, nextStep, cause);
        this.rule = rule;
        this.path = path;
        this.line = line;
    }

    static AssertionException unreadable(String thing, RuleViolation violation, int line) {
        String message = "cannot read " + thing + ": " + violation.reason() + " (line " + line + ")";
        return new AssertionException(message, null, violation.rule(), violation.path(), line, violation);
    }

    /** Return the short name of the rule, such as {@code D06} or {@code M27}. */
    public String rule() {
        return rule;
    }

    /** Return which header it is about, such as {@code snaps[2].modes}; empty where it is about the whole. */
    public String path() {
        return path;
    }

    /** Return the line, counted from 1 at the start of what was read; 0 where there is none. */
    public int line() {
        return line;
    }
}
