package io.coreimage.problem;

import org.jspecify.annotations.Nullable;

/** An input is wrong and the user can mend it: a model, an option, a file, a key. */
public non-sealed class RefusedException extends CoreImageException {

    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        this(message, null);
    }

    public RefusedException(String message, @Nullable String nextStep) {
        this(message, nextStep, null);
    }

    public RefusedException(String message, @Nullable String nextStep, @Nullable Throwable cause) {
        super(message, nextStep, cause);
    }
}
