package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.AssertionSource;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.SequenceRef;
import io.coreimage.problem.RefusedException;
import io.coreimage.store.AssertionQuery;
import io.coreimage.store.SnapStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The assertions of a store, each asked for once, in formats that the snapd of the image understands. */
final class StoreAssertions implements AssertionSource {

    private final SnapStore store;
    private final Map<AssertionRef, Optional<Assertion>> answers = new HashMap<>();
    private @Nullable SortedMap<String, Integer> formats;

    StoreAssertions(SnapStore store) {
        this.store = store;
    }

    /** Take some that are at hand, so that nobody asks for them. */
    void give(List<Assertion> assertions) {
        assertions.forEach(each -> answers.put(each.ref(), Optional.of(each)));
    }

    /** Hear which formats are understood, and forget what was answered in others. */
    void limitFormats(SortedMap<String, Integer> understood) {
        formats = understood;
        answers.values()
                .removeIf(each -> each.isPresent()
                        && each.get().format() > maxFormat(each.get().type()));
    }

    private int maxFormat(AssertionType type) {
        int own = Math.toIntExact(type.maxFormat());
        return formats == null ? own : Math.min(own, formats.getOrDefault(type.typeName(), 0));
    }

    @Override
    public Optional<Assertion> retrieve(AssertionRef ref) {
        Optional<Assertion> known = answers.get(ref);
        if (known != null) {
            return known;
        }
        AssertionQuery query = AssertionQuery.of(ref.type().typeName(), ref.primaryKey(), maxFormat(ref.type()));
        Optional<Assertion> answer = store.assertion(query).map(text -> decode(text, query));
        answer.filter(each -> !each.ref().equals(ref)).ifPresent(other -> {
            throw wrong(query, other);
        });
        answers.put(ref, answer);
        return answer;
    }

    @Override
    public Optional<Assertion> retrieve(SequenceRef ref) {
        AssertionQuery.Point point = ref.sequence().isPresent()
                ? AssertionQuery.Point.of(Math.toIntExact(ref.sequence().getAsLong()))
                : AssertionQuery.Point.LATEST;
        AssertionQuery query =
                new AssertionQuery(ref.type().typeName(), ref.sequenceKey(), maxFormat(ref.type()), point);
        Optional<Assertion> answer = store.assertion(query).map(text -> decode(text, query));
        answer.filter(each -> !isOf(ref, each)).ifPresent(other -> {
            throw wrong(query, other);
        });
        return answer;
    }

    private static boolean isOf(SequenceRef ref, Assertion answer) {
        List<String> key = answer.primaryKey();
        int last = key.size() - 1;
        return answer.type() == ref.type()
                && key.subList(0, last).equals(ref.sequenceKey())
                && (ref.sequence().isEmpty()
                        || key.get(last).equals(Long.toString(ref.sequence().getAsLong())));
    }

    private Assertion decode(byte[] text, AssertionQuery query) {
        List<Assertion> stream = Assertion.decodeStream(text);
        if (stream.isEmpty()) {
            throw new RefusedException(
                    "cannot use " + query + " of " + store.name() + ": the answer holds no assertion");
        }
        return stream.get(0);
    }

    private RefusedException wrong(AssertionQuery query, Assertion other) {
        return new RefusedException("cannot use " + query + " of " + store.name() + ": the answer is " + other);
    }
}
