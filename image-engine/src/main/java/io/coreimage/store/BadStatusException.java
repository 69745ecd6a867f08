package io.coreimage.store;

import java.io.IOException;

/** A server answered, but with a status that may pass. Never leaves the room. */
final class BadStatusException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    BadStatusException(Answer answer) {
        super("status " + answer.status());
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
