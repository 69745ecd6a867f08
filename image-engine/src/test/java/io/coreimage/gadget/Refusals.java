package io.coreimage.gadget;

import io.coreimage.problem.RefusedException;

/** What every refusal must be. */
final class Refusals {

    private Refusals() {}

    static void check(RefusedException refused) {
        if (!refused.getMessage().startsWith("cannot ")) {
            throw new AssertionError("no sentence of ours: " + refused.getMessage(), refused);
        }
    }
}
