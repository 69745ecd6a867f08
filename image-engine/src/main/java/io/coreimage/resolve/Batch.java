package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapName;
import io.coreimage.store.Ask;
import io.coreimage.store.Offer;
import io.coreimage.store.Present;
import io.coreimage.store.Refresh;
import io.coreimage.store.SetPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns entries into snaps, a batch at a time: local files as they are, the others with one question to the store. */
final class Batch {

    private final Wishes wishes;
    private final SetRules rules;
    private final LocalSnaps locals;
    private final StoreCounter counter;
    private final Signatures signatures;
    private final Components components;
    private final Channels channels;
    private final ResolveEvents events;

    Batch(
            Wishes wishes,
            SetRules rules,
            LocalSnaps locals,
            StoreCounter counter,
            Signatures signatures,
            Components components,
            ResolveEvents events) {
        this.wishes = wishes;
        this.rules = rules;
        this.locals = locals;
        this.counter = counter;
        this.signatures = signatures;
        this.components = components;
        this.channels = new Channels(wishes.channel());
        this.events = events;
    }

    /**
     * Return the snaps for the entries, in order.
     * @param entries what is wanted
     * @param present what is there already
     */
    List<ChosenSnap> get(List<Entry> entries, Collection<ChosenSnap> present) throws IOException {
        List<Entry> fromStore =
                entries.stream().filter(each -> !locals.has(each.name())).toList();
        fromStore.forEach(each -> rules.checkWanted(each.name()));
        Map<SnapName, Offer> offers = offers(fromStore, present);
        Map<StoreCounter.Order, ByteSource> files = counter.fetch(orders(fromStore, offers));
        List<Found> found = new ArrayList<>();
        for (Entry each : entries) {
            LocalSnap local = locals.find(each.name());
            found.add(local == null ? stored(each, offers, files) : local(each, local));
        }
        signatures.learnFormats(found);
        List<ChosenSnap> chosen = new ArrayList<>();
        for (Found each : found) {
            chosen.add(components.add(signatures.confirm(each), each.offer(), files));
        }
        return chosen;
    }

    /** A snap before anybody confirmed that it is what it should be. */
    record Found(
            Entry entry,
            SnapFile file,
            @Nullable Offer offer,
            @Nullable LocalSnap local,
            @Nullable Channel asked,
            boolean isNamed) {}

    private Found local(Entry entry, LocalSnap local) {
        events.usingFile(entry.name().value(), local.origin());
        boolean speaks = local.channel() != null || local.signed() != null;
        Channel asked = speaks ? channels.choose(entry, local.channel()) : null;
        return new Found(entry, local.file(), null, local, asked, true);
    }

    private Found stored(Entry entry, Map<SnapName, Offer> offers, Map<StoreCounter.Order, ByteSource> files)
            throws IOException {
        Offer offer = Objects.requireNonNull(offers.get(entry.name()));
        ByteSource content = Objects.requireNonNull(files.get(order(offer)));
        SnapFile file = SnapFile.open(offer.file().fileName(), offer.file().digest(), content);
        return new Found(entry, file, offer, null, channels.choose(entry, wishedChannel(entry)), isNamed(entry));
    }

    private boolean isNamed(Entry entry) {
        return wishes.snaps().stream().anyMatch(each -> entry.name().equals(each.name()));
    }

    private @Nullable Channel wishedChannel(Entry entry) {
        return wishes.snaps().stream()
                .filter(each -> entry.name().equals(each.name()))
                .map(SnapWish::channel)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Map<SnapName, Offer> offers(List<Entry> entries, Collection<ChosenSnap> present) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Refresh question = new Refresh(entries.stream().map(this::ask).toList(), context(present));
        List<Offer> answers = counter.ask(question);
        Map<SnapName, Offer> offers = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            offers.put(entry.name(), check(entry, answers.get(i)));
        }
        return offers;
    }

    /** A model that names another id than the store would make an image that no device can start. */
    private static Offer check(Entry entry, Offer offer) {
        if (!offer.name().equals(entry.name())) {
            throw new RefusedException(
                    "cannot use snap \"" + entry.name() + "\": the store answered with snap \"" + offer.name() + "\"");
        }
        if (entry.id() != null && !entry.id().equals(offer.id())) {
            throw new RefusedException(
                    "cannot use snap \"" + entry.name() + "\": the model gives it the id " + entry.id()
                            + ", but in the store it has the id " + offer.id(),
                    "Correct the id in the model and sign it again.");
        }
        return offer;
    }

    private Ask ask(Entry entry) {
        Channel channel = channels.choose(entry, wishedChannel(entry));
        Revision revision = revision(entry.name());
        Ask ask = revision == null
                ? Ask.of(entry.name(), channel).inCohort(wishes.cohort())
                : Ask.of(entry.name(), revision);
        return ask.constrainedBy(points(entry.name())).ignoringValidation(wishes.validation() == Validation.IGNORE);
    }

    private @Nullable Revision revision(SnapName name) {
        Revision bySet = rules.revision(name);
        Revision wished = wishes.allowed().revisions().get(name);
        return bySet != null || wished == null || wished.isLocal() ? bySet : wished;
    }

    private List<SetPoint> points(SnapName name) {
        return rules.points(name);
    }

    private List<Present> context(Collection<ChosenSnap> present) {
        return present.stream()
                .filter(ChosenSnap::isAsserted)
                .sorted(Comparator.comparing(ChosenSnap::name))
                .map(each -> new Present(
                        Objects.requireNonNull(each.id()),
                        each.revision(),
                        each.channel() == null || each.origin() != null ? Channel.STABLE : each.channel(),
                        each.info().epoch(),
                        wishes.cohort(),
                        List.of(),
                        wishes.validation() == Validation.IGNORE))
                .toList();
    }

    private List<StoreCounter.Order> orders(List<Entry> entries, Map<SnapName, Offer> offers) {
        List<StoreCounter.Order> orders = new ArrayList<>();
        for (Entry each : entries) {
            Offer offer = Objects.requireNonNull(offers.get(each.name()));
            orders.add(order(offer));
            orders.addAll(components.orders(each, offer));
        }
        return orders;
    }

    private static StoreCounter.Order order(Offer offer) {
        return new StoreCounter.Order(offer.name().value(), offer.revision().toString(), offer.file());
    }
}
