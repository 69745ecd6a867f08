package io.coreimage.assertion;

import io.coreimage.problem.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an assertion can be trusted.
 * @param assertion what was judged
 * @param signer the key and the account that signed it, for people; empty where they are not known
 * @param refusal why it cannot be trusted, or {@code null} if it can
 * @param warnings what is worth knowing although it can be trusted
 */
public record Verdict(
        Assertion assertion, String signer, @Nullable AssertionException refusal, List<String> warnings) {

    public Verdict {
        warnings = List.copyOf(warnings);
    }

    public boolean isTrusted() {
        return refusal == null;
    }

    /**
     * Return the verdict if the assertion can be trusted.
     * @throws RefusedException if not
     */
    public Verdict orThrow() {
        if (refusal != null) {
            throw refusal;
        }
        return this;
    }
}
