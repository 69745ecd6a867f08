package io.coreimage.key;

import io.coreimage.problem.RefusedException;

/** A key or a signature in its envelope cannot be read, or a signature is not the one of its content. */
public final class EnvelopeException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    EnvelopeException(String action, Fault fault, String reason) {
        super("cannot " + action + ": " + reason);
        this.fault = fault;
    }

    /** Return what is wrong. */
    public Fault fault() {
        return fault;
    }

    /** What can be wrong, in the order in which it is looked for. */
    public enum Fault {
        NO_DATA("C1"),
        NOT_BASE64("C2"),
        EMPTY("C3"),
        VERSION("C4"),
        UNREADABLE_PACKET("C5"),
        TRAILING_BYTES("C6"),
        OTHER_PACKET("C7"),
        NOT_RSA("C8"),
        OTHER_CONTENT("C9"),
        WRONG_SIGNATURE("C10");

        private final String rule;

        Fault(String rule) {
            this.rule = rule;
        }

        /** Return the short name of the rule, as the test vectors use it. */
        public String rule() {
            return rule;
        }
    }
}
