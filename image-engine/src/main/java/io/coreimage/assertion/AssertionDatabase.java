package io.coreimage.assertion;

import io.coreimage.key.KeyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions that have proven to be trusted, in memory, in the order in which they came. Not for use by several threads
 * at once.
 */
public final class AssertionDatabase {

    private final TrustedRoots roots;
    private final KeyMoment moment;
    private final Map<AssertionRef, Assertion> stored = new LinkedHashMap<>();
    private final Map<KeyId, Signatory> keys = new LinkedHashMap<>();

    /**
     * Create an instance.
     * @param roots what is trusted without proof
     * @param moment when the keys that sign must be valid
     */
    public AssertionDatabase(TrustedRoots roots, KeyMoment moment) {
        this.roots = roots;
        this.moment = moment;
    }

    public TrustedRoots roots() {
        return roots;
    }

    /** Return the stored assertion; what is trusted without proof is not stored. */
    public Optional<Assertion> find(AssertionRef ref) {
        return Optional.ofNullable(stored.get(ref));
    }

    /** Return the stored assertions of a type, in the order in which they came. */
    public List<Assertion> all(AssertionType type) {
        return stored.values().stream().filter(each -> each.type() == type).toList();
    }

    /** Return all stored assertions, in the order in which they came: each one behind what it needs. */
    public List<Assertion> all() {
        return List.copyOf(stored.values());
    }

    /** Return whether it is stored, or trusted without proof. */
    public boolean knows(AssertionRef ref) {
        return roots.contain(ref) || stored.containsKey(ref);
    }

    @Nullable
    Signatory signatory(KeyId id) {
        Signatory root = roots.signatory(id);
        return root == null ? keys.get(id) : root;
    }

    /** Judge an assertion by what is known, without storing it. */
    public Verdict check(Assertion assertion) {
        return new Verification(this, moment, assertion).run();
    }

    /**
     * Judge an assertion and store it.
     * @return what the judge has to say besides
     * @throws AssertionException if it cannot be trusted, or if the same or a newer revision is stored
     */
    public Verdict add(Assertion assertion) {
        Verdict verdict = check(assertion).orThrow();
        if (roots.contain(assertion.ref())) {
            throw Verification.refusal("V9", assertion, "it is one of the trusted roots itself");
        }
        Assertion earlier = stored.get(assertion.ref());
        if (earlier != null && earlier.revision() >= assertion.revision()) {
            String reason = "revision " + earlier.revision() + " of it is already known";
            throw Verification.refusal("V9", assertion, reason);
        }
        store(assertion);
        return verdict;
    }

    private void store(Assertion assertion) {
        stored.put(assertion.ref(), assertion);
        if (assertion.type() == AssertionType.ACCOUNT_KEY) {
            Signatory signatory = Signatory.of(AccountKey.of(assertion));
            keys.put(signatory.id(), signatory);
        }
    }

    /**
     * Judge and store assertions that may come in any order and need each other. Revisions that are known are passed
     * over.
     * @return the verdicts in the order in which they were stored
     * @throws AssertionException about those that cannot be trusted, or need what nobody has; the others are stored
     */
    public List<Verdict> addAll(Collection<Assertion> assertions) {
        List<Verdict> verdicts = new ArrayList<>();
        List<AssertionException> refusals = new ArrayList<>();
        for (Assertion assertion : AssertionBatch.inOrder(assertions, roots::contain, this::knows)) {
            try {
                if (isNews(assertion)) {
                    verdicts.add(add(assertion));
                }
            } catch (AssertionException ex) {
                refusals.add(ex);
            }
        }
        if (!refusals.isEmpty()) {
            throw Verification.together(refusals);
        }
        return verdicts;
    }

    private boolean isNews(Assertion assertion) {
        Assertion earlier = stored.get(assertion.ref());
        return earlier == null || earlier.revision() < assertion.revision();
    }
}
