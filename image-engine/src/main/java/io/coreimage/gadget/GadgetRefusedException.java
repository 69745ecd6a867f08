package io.coreimage.gadget;

import io.coreimage.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** A gadget breaks a rule; inside the room one can ask which. */
final class GadgetRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;

    GadgetRefusedException(Rule rule, String message, @Nullable String nextStep) {
        super(message, nextStep);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }
}
