package io.coreimage.assertion;

import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Fetches assertions together with all that they rest on. What is needed is handed on before what needs it, each once:
 * first the prerequisites of a type in their order, then the key that signed, then the assertion itself.
 */
public final class AssertionFetcher {

    /** No honest chain comes near; a crafted one must not be followed for ever. */
    private static final int DEPTH_LIMIT = 100;

    private final Predicate<AssertionRef> known;
    private final AssertionSource source;
    private final Consumer<Assertion> target;
    private final Map<String, State> states = new HashMap<>();
    private int depth;

    /**
     * Create an instance.
     * @param known what need not be fetched, such as {@link TrustedRoots#contain}
     * @param source where to ask
     * @param target what takes each assertion
     */
    public AssertionFetcher(Predicate<AssertionRef> known, AssertionSource source, Consumer<Assertion> target) {
        this.known = known;
        this.source = source;
        this.target = target;
    }

    private enum State {
        IN_PROGRESS,
        SAVED
    }

    /**
     * Fetch an assertion and what it rests on.
     * @throws MissingAssertionException if the source does not have one of them
     */
    public void fetch(AssertionRef ref) throws IOException {
        if (!known.test(ref) && isNew(ref.uniqueName())) {
            finish(ref.uniqueName(), found(ref.uniqueName(), source.retrieve(ref)));
        }
    }

    /**
     * Fetch a point of a sequence and what it rests on. Of each sequence only the point that was asked for first is
     * fetched.
     * @throws MissingAssertionException if the source does not have one of them
     */
    public void fetch(SequenceRef ref) throws IOException {
        if (isNew(ref.sequenceName())) {
            finish(ref.sequenceName(), found(ref.toString(), source.retrieve(ref)));
        }
    }

    /** Hand on an assertion that is at hand, after fetching what it rests on. */
    public void save(Assertion assertion) throws IOException {
        AssertionRef ref = assertion.ref();
        if (!known.test(ref) && isNew(ref.uniqueName())) {
            finish(ref.uniqueName(), assertion);
        }
    }

    private boolean isNew(String name) {
        State state = states.get(name);
        if (state == State.IN_PROGRESS) {
            throw new RefusedException("cannot trust " + name + ": it rests on itself");
        }
        return state == null;
    }

    private static Assertion found(String name, Optional<Assertion> assertion) {
        return assertion.orElseThrow(() -> new MissingAssertionException(name));
    }

    private void finish(String name, Assertion assertion) throws IOException {
        if (depth == DEPTH_LIMIT) {
            throw new RefusedException("cannot trust " + name + ": the chain of keys behind it does not end");
        }
        states.put(name, State.IN_PROGRESS);
        depth++;
        try {
            fetchSupport(assertion);
            target.accept(assertion);
            states.put(name, State.SAVED);
        } finally {
            depth--;
            // Who can do without it may go on; then it counts as never asked for.
            states.remove(name, State.IN_PROGRESS);
        }
    }

    private void fetchSupport(Assertion assertion) throws IOException {
        for (AssertionRef prerequisite : assertion.prerequisites()) {
            fetchFor(assertion, prerequisite);
        }
        if (assertion.signKey() != null && assertion.type().hasAuthority()) {
            fetchFor(assertion, AssertionRef.accountKey(assertion.signKey().text()));
        }
    }

    private void fetchFor(Assertion dependant, AssertionRef ref) throws IOException {
        try {
            fetch(ref);
        } catch (MissingAssertionException ex) {
            throw ex.neededBy(dependant);
        }
    }
}
