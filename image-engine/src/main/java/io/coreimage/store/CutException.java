package io.coreimage.store;

import java.io.IOException;

/** A body ended too early. Never leaves the room. */
final class CutException extends IOException {

    private static final long serialVersionUID = 1L;

    /** From this many bytes on an attempt counts as one that got on. */
    private static final long PROGRESS = 1 << 20;

    private final long gained;

    CutException(String message, IOException cause, long gained) {
        super(message, cause);
        this.gained = gained;
    }

    boolean gotOn() {
        return gained >= PROGRESS;
    }
}
