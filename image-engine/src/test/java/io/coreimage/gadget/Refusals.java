package io.coreimage.gadget;

import io.coreimage.problem.RefusedException;
import java.util.Objects;

/** What every refusal must be. */
final class Refusals {

    private Refusals() {}

    /** Fail where a computed value is missing. */
    static void checkNoNull(Object... values) {
        for (Object each : values) {
            Objects.requireNonNull(each);
        }
    }

    static void check(RefusedException refused) {
        if (!refused.getMessage().startsWith("cannot ")) {
            throw new AssertionError("no sentence of ours: " + refused.getMessage(), refused);
        }
    }
}
