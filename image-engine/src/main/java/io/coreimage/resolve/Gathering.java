package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Channel;
import io.coreimage.snap.SnapName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the snaps of an image in up to four batches: the model's, a core snap that these need, those that the user
 * adds, and a core snap that those need. Each batch is one question to the store.
 */
final class Gathering {

    private final Terms terms;
    private final Wishes wishes;
    private final LocalSnaps locals;
    private final Batch batches;
    private final List<String> warnings;
    private final Map<SnapName, ChosenSnap> chosen = new LinkedHashMap<>();

    Gathering(Terms terms, Wishes wishes, LocalSnaps locals, Batch batches, List<String> warnings) {
        this.terms = terms;
        this.wishes = wishes;
        this.locals = locals;
        this.batches = batches;
        this.warnings = warnings;
    }

    List<ChosenSnap> gather() throws IOException {
        List<SnapName> needCore = add(modelEntries());
        if (!needCore.isEmpty()) {
            warnings.add(coreWarning(needCore));
            add(List.of(core(true)));
        }
        List<SnapName> extrasNeedCore = add(extraEntries());
        if (!extrasNeedCore.isEmpty()) {
            add(List.of(core(false)));
        }
        return List.copyOf(chosen.values());
    }

    private List<Entry> modelEntries() {
        return terms.entries().stream()
                .filter(each -> each.required() || isNamed(each.name()))
                .toList();
    }

    private boolean isNamed(SnapName name) {
        return locals.has(name)
                || wishes.snaps().stream().anyMatch(each -> name.equals(each.name()))
                || wishes.components().stream()
                        .anyMatch(each ->
                                each.name() != null && each.name().snap().equals(name));
    }

    private Entry core(boolean inModel) {
        Entry core = Entry.extra(BaseCheck.CORE, Channel.STABLE);
        return new Entry(
                core.name(), null, Role.CORE, true, core.modes(), core.channel(), false, inModel, core.components());
    }

    private String coreWarning(List<SnapName> needing) {
        return "model has base \"" + terms.base() + "\" but some snaps ("
                + needing.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "))
                + ") require \"core\" as base as well, for compatibility it was added implicitly, adding \"core\""
                + " explicitly is recommended";
    }

    private List<Entry> extraEntries() {
        Set<SnapName> seen = new HashSet<>(chosen.keySet());
        List<Entry> extras = new ArrayList<>();
        for (SnapName each : namedSnaps()) {
            if (seen.add(each)) {
                extras.add(Entry.extra(each, terms.extraChannel()));
            }
        }
        checkExtras(extras);
        return extras;
    }

    private List<SnapName> namedSnaps() {
        List<SnapName> names = new ArrayList<>();
        for (SnapWish each : wishes.snaps()) {
            names.add(
                    each.name() == null
                            ? locals.of(Objects.requireNonNull(each.file())).name()
                            : each.name());
        }
        wishes.components().stream()
                .map(ComponentWish::name)
                .filter(Objects::nonNull)
                .forEach(each -> names.add(each.snap()));
        return names;
    }

    private void checkExtras(List<Entry> extras) {
        if (!terms.isLax() && !extras.isEmpty()) {
            throw new RefusedException(
                    "cannot add snap \"" + extras.get(0).name() + "\": " + terms.kind()
                            + " takes no snaps that it does not list",
                    "Change the model, or build with one of grade dangerous.");
        }
    }

    /** Get a batch of snaps, check each, and return those that need a core snap which is not there. */
    private List<SnapName> add(List<Entry> entries) throws IOException {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<ChosenSnap> batch = batches.get(entries, chosen.values());
        batch.forEach(each -> chosen.put(each.name(), each));
        SnapCheck check = new SnapCheck(terms);
        batch.forEach(check::check);
        return new BaseCheck(terms, chosen).check(batch);
    }
}
