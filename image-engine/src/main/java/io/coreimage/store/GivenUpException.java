package io.coreimage.store;

import java.io.IOException;

/** Something was tried often enough. Never leaves the room. */
final class GivenUpException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;
    private final int attempts;

    GivenUpException(Trouble trouble, int attempts) {
        super(trouble.reason(), trouble.cause());
        this.trouble = trouble;
        this.attempts = attempts;
    }

    Trouble trouble() {
        return trouble;
    }

    /** Return what to say about the number of attempts. */
    String tried() {
        return attempts == 1 ? "" : " (tried " + attempts + " times)";
    }
}
