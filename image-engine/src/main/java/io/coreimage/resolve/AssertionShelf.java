package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionDatabase;
import io.coreimage.assertion.AssertionFetcher;
import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.FileFacts;
import io.coreimage.assertion.FileVoucher;
import io.coreimage.assertion.MissingAssertionException;
import io.coreimage.assertion.Model;
import io.coreimage.assertion.ModelValidationSet;
import io.coreimage.assertion.SequenceRef;
import io.coreimage.assertion.SnapResourcePair;
import io.coreimage.assertion.SnapResourceRevision;
import io.coreimage.assertion.SnapRevision;
import io.coreimage.assertion.ValidationSet;
import io.coreimage.assertion.VouchedSnap;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.ComponentFile;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapId;
import io.coreimage.store.OfflineException;
import io.coreimage.store.SnapStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Fetches and verifies all assertions of an image, and keeps each where it was first needed. Nothing gets on it whose
 * chain of signatures does not end at a trusted root.
 */
final class AssertionShelf {

    private final StoreAssertions source;
    private final AssertionDatabase database;
    private final AssertionFetcher fetcher;
    private final FileVoucher voucher;
    private final MissingAdvice advice;
    private final List<String> warnings;
    private final Map<Section, List<Assertion>> sections = new EnumMap<>(Section.class);
    private Section section = Section.MODEL_ETC;

    /** Where an assertion was first needed. */
    private enum Section {
        MODEL_ETC,
        EXTRA,
        MODEL_SNAPS,
        EXTRA_SNAPS
    }

    AssertionShelf(SnapStore store, Trust trust, Model model, List<String> warnings) {
        this.warnings = warnings;
        this.advice = new MissingAdvice(model);
        this.source = new StoreAssertions(store);
        this.database = new AssertionDatabase(trust.roots(), trust.moment());
        this.fetcher = new AssertionFetcher(trust.roots()::contain, source, this::take);
        this.voucher = new FileVoucher(database, Optional.of(model));
        for (Section each : Section.values()) {
            sections.put(each, new ArrayList<>());
        }
    }

    private void take(Assertion assertion) {
        warnings.addAll(database.add(assertion).warnings());
        if (assertion.type() != AssertionType.MODEL) {
            in(section).add(assertion);
        }
    }

    private List<Assertion> in(Section which) {
        return Objects.requireNonNull(sections.get(which));
    }

    /** Take the model with what it needs, its store, its validation sets, and what the user adds. */
    List<Edition> startWith(Model model, EditionChoice editions, Trust trust, List<Assertion> extras)
            throws IOException {
        source.give(trust.given());
        List<Edition> sets = new ArrayList<>();
        fetching(() -> {
            fetcher.save(model.assertion());
            if (model.store() != null) {
                fetchStore(AssertionRef.of(AssertionType.STORE, model.store()));
            }
            for (ModelValidationSet each : model.validationSets()) {
                sets.add(fetchSet(each, editions.choose(each)));
            }
            section = Section.EXTRA;
            source.give(extras);
            for (Assertion each : extras) {
                fetcher.save(each);
            }
        });
        return sets;
    }

    /** Something that fetches. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void fetching(Work work) throws IOException {
        try {
            work.run();
        } catch (MissingAssertionException ex) {
            throw advice.with(ex);
        }
    }

    /** Stores do not have to have an assertion about themselves. */
    private void fetchStore(AssertionRef ref) throws IOException {
        try {
            fetcher.fetch(ref);
        } catch (MissingAssertionException ex) {
            if (!ex.name().equals(ref.uniqueName())) {
                throw ex;
            }
        }
    }

    private Edition fetchSet(ModelValidationSet set, @Nullable Integer number) throws IOException {
        OptionalLong sequence = number == null ? OptionalLong.empty() : OptionalLong.of(number);
        fetcher.fetch(SequenceRef.validationSet(set.accountId(), set.name(), sequence));
        ValidationSet found = database.all(AssertionType.VALIDATION_SET).stream()
                .map(ValidationSet::of)
                .filter(each ->
                        each.accountId().equals(set.accountId()) && each.name().equals(set.name()))
                .findFirst()
                .orElseThrow();
        return new Edition(found, set.sequence().isPresent());
    }

    /**
     * Return what the store has signed about a user's file, if anything; whether it can be trusted is found out later. A
     * file that is new since the last time with a network can hardly be signed.
     */
    @Nullable
    SnapRevision findRevision(SnapFile file) {
        try {
            return source.retrieve(SnapRevision.ref(file.digest(), file.info().provenance()))
                    .map(SnapRevision::of)
                    .orElse(null);
        } catch (OfflineException ex) {
            return null;
        }
    }

    void limitFormats(SortedMap<String, Integer> understood) {
        source.limitFormats(understood);
    }

    /** Put what comes next with the model's snaps or with the others. */
    void turnTo(boolean modelSnaps) {
        section = modelSnaps ? Section.MODEL_SNAPS : Section.EXTRA_SNAPS;
    }

    /** Return who vouches for a snap, which must be of the given id and revision where these are known. */
    VouchedSnap vouch(SnapFile file, @Nullable SnapId id, @Nullable Revision revision) throws IOException {
        AssertionRef ref = SnapRevision.ref(file.digest(), file.info().provenance());
        fetchAbout("snap \"" + file.info().name() + "\"", ref);
        return voucher.snap(facts(file), Optional.ofNullable(id).map(SnapId::value), number(revision));
    }

    private void fetchAbout(String thing, AssertionRef ref) throws IOException {
        try {
            fetcher.fetch(ref);
        } catch (MissingAssertionException ex) {
            if (!ex.name().equals(ref.uniqueName())) {
                throw advice.with(ex);
            }
            throw new RefusedException(
                    "cannot use " + thing + ": nobody signed its file (there is no " + ref + ")",
                    advice.nextStep(ex.name()),
                    ex);
        }
    }

    private static FileFacts facts(SnapFile file) {
        return new FileFacts(file.info().name().value(), file.info().provenance(), file.digest(), file.size());
    }

    private static OptionalLong number(@Nullable Revision revision) {
        return revision == null ? OptionalLong.empty() : OptionalLong.of(revision.number());
    }

    /** Return what is signed about a component of a snap that somebody vouches for. */
    SnapResourceRevision vouch(ChosenSnap snap, ComponentFile file, @Nullable Revision revision) throws IOException {
        String id = Objects.requireNonNull(snap.id()).value();
        String name = file.info().name().component().value();
        String provenance = file.info().provenance();
        AssertionRef ref = SnapResourceRevision.ref(id, name, file.digest(), provenance);
        fetchAbout("component \"" + file.info().name() + "\"", ref);
        SnapResourceRevision signed = SnapResourceRevision.of(database.find(ref).orElseThrow());
        fetching(() -> fetcher.fetch(SnapResourcePair.ref(
                id, name, signed.revision(), snap.revision().number(), provenance)));
        VouchedSnap vouched = voucher.snap(facts(snap.file()), Optional.of(id), number(snap.revision()));
        return voucher.component(
                vouched, new FileFacts(name, provenance, file.digest(), file.size()), number(revision));
    }

    SeedAssertions assertions() {
        return new SeedAssertions(
                in(Section.MODEL_ETC),
                in(Section.EXTRA).stream()
                        .filter(each -> each.type() != AssertionType.SYSTEM_USER)
                        .toList(),
                in(Section.EXTRA).stream()
                        .filter(each -> each.type() == AssertionType.SYSTEM_USER)
                        .toList(),
                in(Section.MODEL_SNAPS),
                in(Section.EXTRA_SNAPS));
    }
}
