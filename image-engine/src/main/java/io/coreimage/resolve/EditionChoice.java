package io.coreimage.resolve;

import io.coreimage.assertion.ModelValidationSet;
import io.coreimage.problem.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which edition of each validation set of the model is taken: the model's, else the user's, else the latest. */
final class EditionChoice {

    private final SortedMap<ValidationSetName, ModelValidationSet> sets = new TreeMap<>();
    private final SortedMap<ValidationSetName, Sequence> wished = new TreeMap<>();

    EditionChoice(List<ModelValidationSet> sets, Wishes wishes) {
        sets.forEach(each -> this.sets.put(new ValidationSetName(each.accountId(), each.name()), each));
        wished.putAll(wishes.allowed().sequences());
        wished.keySet().retainAll(this.sets.keySet());
        wishes.sequences().forEach(this::add);
        wished.forEach(this::check);
    }

    private void add(SequenceWish wish) {
        List<ValidationSetName> meant =
                sets.keySet().stream().filter(wish::means).toList();
        if (meant.size() != 1) {
            throw new RefusedException(
                    "cannot use sequence \"" + wish + "\": "
                            + (meant.isEmpty()
                                    ? "the model has no such validation set"
                                    : "the model has several sets of that name: " + meant),
                    sets.isEmpty() ? null : "The model has " + sets.keySet() + ".");
        }
        boolean pinned = set(meant.get(0)).sequence().isPresent();
        wished.put(meant.get(0), new Sequence(wish.number(), pinned));
    }

    private void check(ValidationSetName name, Sequence sequence) {
        ModelValidationSet set = set(name);
        boolean free = set.sequence().isEmpty();
        if (free && sequence.pinned()) {
            throw refused(name, sequence, "the model does not pin it");
        }
        if (!free && set.sequence().getAsLong() != sequence.number()) {
            throw refused(
                    name, sequence, "the model pins it to " + set.sequence().getAsLong());
        }
    }

    private ModelValidationSet set(ValidationSetName name) {
        return Objects.requireNonNull(sets.get(name));
    }

    private static RefusedException refused(ValidationSetName name, Sequence sequence, String reason) {
        return new RefusedException("cannot use sequence " + sequence.number() + " of validation set \"" + name + "\""
                + (sequence.pinned() ? " as pinned: " : ": ") + reason);
    }

    /** Return the edition of a set of the model, or {@code null} for whatever is the latest. */
    @Nullable
    Integer choose(ModelValidationSet set) {
        if (set.sequence().isPresent()) {
            return Math.toIntExact(set.sequence().getAsLong());
        }
        Sequence sequence = wished.get(new ValidationSetName(set.accountId(), set.name()));
        return sequence == null ? null : sequence.number();
    }

    /** Return the names of the sets that devices have to keep. */
    List<String> enforced() {
        return sets.values().stream()
                .filter(each -> each.mode() == ModelValidationSet.Mode.ENFORCE)
                .map(each -> each.accountId() + "/" + each.name())
                .toList();
    }
}
