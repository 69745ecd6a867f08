package io.coreimage.problem;

import org.jspecify.annotations.Nullable;

/** The world let us down: a disk, a network, a server, a program that was asked to help. */
public non-sealed class FaultException extends CoreImageException {

    private static final long serialVersionUID = 1L;

    public FaultException(String message, @Nullable Throwable cause) {
        this(message, null, cause);
    }

    public FaultException(String message, @Nullable String nextStep, @Nullable Throwable cause) {
        super(message, nextStep, cause);
    }
}
