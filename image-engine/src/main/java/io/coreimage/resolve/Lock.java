package io.coreimage.resolve;

import io.coreimage.assertion.Model;
import io.coreimage.bytes.Digest;
import io.coreimage.snap.SnapName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A choice that is kept: what was taken, and what the choice depended on. It chooses, it never vouches: all that it
 * names still has to be signed.
 * @param inputs what the choice depended on, by a name for people
 * @param snaps the snaps, in the choice's order
 * @param sets the editions of the model's validation sets
 * @param assertions the assertions, without the model, in the order of their texts beside the lock
 */
public record Lock(
        SortedMap<String, String> inputs,
        List<LockedSnap> snaps,
        SortedMap<ValidationSetName, Sequence> sets,
        List<LockedAssertion> assertions) {

    public Lock {
        inputs = Collections.unmodifiableSortedMap(InputFacts.withEffect(inputs));
        snaps = List.copyOf(snaps);
        sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
        assertions = List.copyOf(assertions);
    }

    /**
     * Keep a choice.
     * @param choice the choice
     * @param wishes what it was made with
     */
    public static Lock of(Choice choice, Wishes wishes) {
        return new Lock(
                InputFacts.of(choice.model(), wishes).facts(),
                choice.snaps().stream().map(LockedSnap::of).toList(),
                choice.manifest().sequences(),
                choice.assertions().all().stream().map(LockedAssertion::of).toList());
    }

    /** Return the changes of model and wishes since the lock was written, in words; none if it still fits. */
    public List<String> staleness(Model model, Wishes wishes) {
        return new InputFacts(inputs).changesTo(InputFacts.of(model, wishes));
    }

    /** Return the digests of all files that come from a store. */
    public List<Digest> storeFiles() {
        return snaps.stream()
                .flatMap(snap -> Stream.concat(
                        Stream.of(snap.file()), snap.components().stream().map(LockedComponent::file)))
                .filter(file -> file.origin() == null)
                .flatMap(file -> Stream.ofNullable(file.digest()))
                .toList();
    }

    /** Return the snap with a name. */
    public Optional<LockedSnap> find(SnapName name) {
        return snaps.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
