package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.TrustedRoots;
import java.util.List;

/**
 * What a choice is verified against.
 * @param roots where every chain of signatures has to end
 * @param moment when the keys that signed have to be valid
 * @param given assertions at hand, such as the brand's account and key, that no store has to be asked for
 */
public record Trust(TrustedRoots roots, KeyMoment moment, List<Assertion> given) {

    public Trust {
        given = List.copyOf(given);
    }
}
