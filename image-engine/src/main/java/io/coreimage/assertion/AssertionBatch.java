package io.coreimage.assertion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Assertions in any order that need each other. */
final class AssertionBatch {

    private AssertionBatch() {}

    /**
     * Return them so that each stands behind what it needs; of several revisions only the highest.
     * @param trusted what is passed over even if it is among them
     * @param known what need not be among them
     */
    static List<Assertion> inOrder(
            Collection<Assertion> assertions, Predicate<AssertionRef> trusted, Predicate<AssertionRef> known) {
        Map<AssertionRef, Assertion> byRef = new LinkedHashMap<>();
        assertions.forEach(each -> byRef.merge(each.ref(), each, AssertionBatch::newer));
        List<Assertion> ordered = new ArrayList<>();
        AssertionFetcher fetcher = new AssertionFetcher(
                ref -> trusted.test(ref) || (!byRef.containsKey(ref) && known.test(ref)),
                ref -> Optional.ofNullable(byRef.get(ref)),
                ordered::add);
        try {
            for (Assertion assertion : byRef.values()) {
                fetcher.save(assertion);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return ordered;
    }

    private static Assertion newer(Assertion one, Assertion other) {
        return other.revision() > one.revision() ? other : one;
    }
}
