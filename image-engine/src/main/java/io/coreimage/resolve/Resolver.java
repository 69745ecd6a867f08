package io.coreimage.resolve;

import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import io.coreimage.store.Mirror;
import io.coreimage.store.MirroredStore;
import io.coreimage.store.SnapStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chooses: from a model and the user's wishes to exactly the snaps and assertions of an image, all of them verified. */
public final class Resolver {

    private final SnapStore store;
    private final Cache cache;
    private final Trust trust;
    private final Mirror mirror;
    private final ResolveEvents events;

    /**
     * Create an instance.
     * @param store where snaps and assertions come from
     * @param cache where they are kept
     * @param trust what they are verified against
     * @param events hears what happens
     */
    public Resolver(SnapStore store, Cache cache, Trust trust, ResolveEvents events) {
        this(store, cache, trust, Mirror.NONE, events);
    }

    /**
     * Create an instance.
     * @param mirror where files of the store may lie nearer
     */
    public Resolver(SnapStore store, Cache cache, Trust trust, Mirror mirror, ResolveEvents events) {
        this.store = store;
        this.cache = cache;
        this.trust = trust;
        this.mirror = mirror;
        this.events = events;
    }

    /** Refuse what model and wishes alone are enough to refuse; nothing is asked for. */
    public static void check(Model model, Wishes wishes) {
        new WishCheck(ModelTerms.of(model), wishes).check();
        WishCheck.checkValidation(new EditionChoice(model.validationSets(), wishes).enforced(), wishes);
    }

    /**
     * Return what an image of the model has by a lock, which is obeyed: no store is asked what to take.
     * @throws io.coreimage.problem.RefusedException if the lock was made for another model or other wishes
     */
    public Choice obey(KeptChoice kept, Model model, Wishes wishes) throws IOException {
        check(model, wishes);
        kept.checkInputs(model, wishes);
        Trust onlyKept = new Trust(trust.roots(), trust.moment(), List.of());
        LockedStore locked = new LockedStore(kept, store);
        // A lock knows all files at once, so that they come at once, or are missed at once.
        counter(locked).fetch(locked.missing(cache));
        Choice choice = new Resolver(locked, cache, onlyKept, mirror, events).resolve(model, wishes);
        kept.checkOutcome(choice, wishes);
        return choice;
    }

    /** Return what an image of the model has. */
    public Choice resolve(Model model, Wishes wishes) throws IOException {
        check(model, wishes);
        Terms terms = ModelTerms.of(model);
        List<String> warnings = new ArrayList<>();
        AssertionShelf shelf = new AssertionShelf(store, trust, model, warnings);
        EditionChoice editions = new EditionChoice(model.validationSets(), wishes);
        List<Edition> sets = shelf.startWith(model, editions, trust, wishes.assertions());
        SetRules rules = wishes.validation() == Validation.IGNORE
                ? SetRules.NONE
                : new SetRules(sets.stream().map(Edition::set).toList());
        List<ChosenSnap> snaps = gather(terms, wishes, shelf, rules, warnings);
        checkAll(terms, wishes, rules, snaps, warnings);
        return new Choice(model, terms.generation(), snaps, shelf.assertions(), manifest(sets, rules, snaps), warnings);
    }

    private List<ChosenSnap> gather(
            Terms terms, Wishes wishes, AssertionShelf shelf, SetRules rules, List<String> warnings)
            throws IOException {
        LocalSnaps locals = LocalSnaps.read(wishes, shelf);
        Signatures signatures = new Signatures(terms, shelf, warnings);
        Components components = new Components(terms, wishes, locals, signatures);
        components.readFiles();
        Batch batches = new Batch(wishes, rules, locals, counter(store), signatures, components, events);
        return new Gathering(terms, wishes, locals, batches, warnings).gather();
    }

    private StoreCounter counter(SnapStore from) {
        return new StoreCounter(new MirroredStore(from, mirror), cache, events);
    }

    private static void checkAll(
            Terms terms, Wishes wishes, SetRules rules, List<ChosenSnap> snaps, List<String> warnings)
            throws IOException {
        new PrerequisiteCheck(snaps, warnings::add).check();
        if (terms.hasModes()) {
            new MismatchCheck(wishes.allowSnapdKernelMismatch(), warnings::add).check(snaps);
        }
        new AssumptionCheck(warnings::add).check(snaps);
        warnOfUnsigned(snaps, warnings);
        rules.check(snaps);
        new RevisionCheck(wishes.allowed()).check(snaps);
    }

    private static void warnOfUnsigned(List<ChosenSnap> snaps, List<String> warnings) {
        String names = snaps.stream()
                .filter(each -> !each.isAsserted())
                .map(each -> "\"" + each.name() + "\"")
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            warnings.add("nobody signed the files of " + names + ", so devices will never refresh these snaps");
        }
    }

    private static SeedManifest manifest(List<Edition> sets, SetRules rules, List<ChosenSnap> snaps) {
        SortedMap<ValidationSetName, Sequence> sequences = new TreeMap<>();
        sets.forEach(each -> sequences.put(each.name(), each.sequence()));
        SortedMap<SnapName, Revision> revisions = new TreeMap<>();
        snaps.stream()
                .filter(each -> rules.revision(each.name()) == null)
                .forEach(each -> revisions.put(each.name(), each.revision()));
        return new SeedManifest(sequences, revisions);
    }
}
