package io.coreimage.assertion;

import io.coreimage.problem.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An assertion is needed that nobody has. */
public final class MissingAssertionException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final @Nullable String dependant;

    MissingAssertionException(String name) {
        this(name, null);
    }

    private MissingAssertionException(String name, @Nullable String dependant) {
        super(
                "cannot find assertion " + name + (dependant == null ? "" : ": " + dependant + " needs it"),
                "Add it to the assertions that are given, or ask a store that has it.");
        this.name = name;
        this.dependant = dependant;
    }

    /** Say who needs it; only the first one counts. */
    MissingAssertionException neededBy(Assertion assertion) {
        return dependant == null
                ? new MissingAssertionException(name, assertion.ref().uniqueName())
                : this;
    }

    /** Return the unique name of what is missing. */
    public String name() {
        return name;
    }

    /** Return the unique name of what needs it, where something does. */
    public Optional<String> dependant() {
        return Optional.ofNullable(dependant);
    }
}
