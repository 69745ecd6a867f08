package io.coreimage.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that the person in front of the terminal has to hear about.
 *
 * <p>The message is one sentence, {@code cannot <verb> <thing>: <reason>}, in the user's own words and quotes; the
 * next step, where there is one, says what to do about it. Neither ever contains a secret.
 */
public abstract sealed class CoreImageException extends RuntimeException permits RefusedException, FaultException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String nextStep;

    CoreImageException(String message, @Nullable String nextStep, @Nullable Throwable cause) {
        super(message, cause);
        this.nextStep = nextStep;
    }

    /** Return what the user can do about it, or {@code null} where the message already says it. */
    public @Nullable String nextStep() {
        return nextStep;
    }

    /** Return the sentence that says what went wrong. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Return the sentence and the next step as they are shown to the user. */
    public String fullMessage() {
        return nextStep == null ? getMessage() : getMessage() + "\n" + nextStep;
    }
}
