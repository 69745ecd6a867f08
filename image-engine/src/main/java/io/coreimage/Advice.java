package io.coreimage;

import io.coreimage.assertion.AssertionException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.function.Supplier;

/** The next step that belongs to a rule which an assertion breaks, where the rule itself does not say one. */
final class Advice {

    private static final String CORRECT = "Correct the model; docs/models.md says what each header looks like.";

    private Advice() {}

    /** Do something that may break rules. */
    static <T> T with(Supplier<T> work) {
        try {
            return work.get();
        } catch (AssertionException ex) {
            throw advised(ex);
        }
    }

    /** Something that reads files too. */
    @FunctionalInterface
    interface Reading<T> {
        T run() throws IOException;
    }

    /** Do something that may break rules or meet files that cannot be read. */
    static <T> T withFiles(Reading<T> work) throws IOException {
        try {
            return work.run();
        } catch (AssertionException ex) {
            throw advised(ex);
        }
    }

    private static RefusedException advised(AssertionException ex) {
        return ex.nextStep() == null ? new RefusedException(ex.getMessage(), of(ex.rule()), ex) : ex;
    }

    private static String of(String rule) {
        return switch (rule) {
            case "V1" -> "Use a newer release of this plugin.";
            case "V2" -> "Name who signed it with core-image.prerequisites, and the root with core-image.trusted.";
            case "V3", "V7" -> "Use another key, or a timestamp inside the time of this one.";
            case "V4" -> "Use a key that may sign such an assertion.";
            default ->
                rule.startsWith("M") || rule.startsWith("S")
                        ? CORRECT
                        : "Get it again from whoever signed it; not a byte of it may be changed.";
        };
    }
}
