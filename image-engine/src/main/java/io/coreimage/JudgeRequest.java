package io.coreimage;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.TrustedRoots;
import java.util.List;

/**
 * Assertions about which somebody wants to know whether they can be trusted.
 * @param assertions the assertions, in any order
 * @param roots whom to trust
 * @param known assertions that may prove them, in any order
 * @param moment when signing keys must be valid
 */
public record JudgeRequest(List<Assertion> assertions, TrustedRoots roots, List<Assertion> known, KeyMoment moment) {

    public JudgeRequest {
        assertions = List.copyOf(assertions);
        known = List.copyOf(known);
    }
}
