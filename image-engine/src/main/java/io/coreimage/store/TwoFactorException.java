package io.coreimage.store;

import io.coreimage.problem.RefusedException;

/** A login needs a (better) second factor; whoever can ask the user for it may try again. */
public final class TwoFactorException extends RefusedException {

    private static final long serialVersionUID = 1L;

    TwoFactorException(String message, String nextStep) {
        super(message, nextStep);
    }
}
