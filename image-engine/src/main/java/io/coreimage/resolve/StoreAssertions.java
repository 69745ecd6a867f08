package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.AssertionSource;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.SequenceRef;
import io.coreimage.problem.FaultException;
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
        Optional<Assertion> answer = store.find(ref, maxFormat(ref.type()));
        answer.filter(each -> !each.ref().equals(ref)).ifPresent(other -> {
            throw wrong(ref.toString(), other);
        });
        answers.put(ref, answer);
        return answer;
    }

    @Override
    public Optional<Assertion> retrieve(SequenceRef ref) {
        Optional<Assertion> answer = store.find(ref, maxFormat(ref.type()));
        answer.filter(each -> !isOf(ref, each)).ifPresent(other -> {
            throw wrong(ref.toString(), other);
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

    private FaultException wrong(String wanted, Assertion other) {
        return new FaultException(
                "cannot fetch " + wanted + ": " + store.name() + " sends " + other + " instead",
                "The store, or somebody on the way to it, mixes up its answers: try again later, or without a proxy.",
                null);
    }
}
