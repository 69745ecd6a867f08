package io.coreimage.model;

import io.coreimage.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The sentences about a model that cannot be used.
 * @param source what the user calls the model: a file's name, or the POM
 */
record ModelRefusal(String source) {

    RefusedException at(String place, String reason, @Nullable String nextStep) {
        return new RefusedException("cannot use model " + source + ": " + place + ": " + reason, nextStep);
    }

    RefusedException of(String reason, @Nullable String nextStep) {
        return new RefusedException("cannot use model " + source + ": " + reason, nextStep);
    }
}
