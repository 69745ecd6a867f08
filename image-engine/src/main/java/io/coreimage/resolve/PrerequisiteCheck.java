package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.ContentPlug;
import io.coreimage.snap.SnapType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The last look at all snaps together, mode by mode: does everything that one needs come with the image? */
final class PrerequisiteCheck {

    private static final String CORE = "core";

    private final List<ChosenSnap> all;
    private final Consumer<String> warnings;

    PrerequisiteCheck(List<ChosenSnap> all, Consumer<String> warnings) {
        this.all = all;
        this.warnings = warnings;
    }

    void check() {
        for (String mode : modes()) {
            new Mode(mode, all.stream().filter(each -> isIn(mode, each)).toList()).check();
        }
    }

    private List<String> modes() {
        SortedSet<String> others = new TreeSet<>();
        all.forEach(each -> others.addAll(each.entry().modes()));
        List<String> modes = new ArrayList<>(List.of(Entry.RUN));
        if (others.contains(Entry.EPHEMERAL)) {
            modes.add(Entry.EPHEMERAL);
        }
        others.removeAll(modes);
        others.remove(Entry.EPHEMERAL);
        modes.addAll(others);
        return modes;
    }

    private static boolean isIn(String mode, ChosenSnap snap) {
        return snap.entry().covers(mode);
    }

    /** One of the modes that a device can be in, with the snaps that are there in it. */
    private final class Mode {

        private final String name;
        private final List<ChosenSnap> snaps;

        private Mode(String name, List<ChosenSnap> snaps) {
            this.name = name;
            this.snaps = snaps;
        }

        private void check() {
            for (ChosenSnap each : snaps) {
                checkBase(each);
                each.info().contentPlugs().forEach(plug -> checkProvider(each, plug));
            }
        }

        private void checkBase(ChosenSnap snap) {
            String base = snap.info().requiredBase();
            if (base != null && !has(base)) {
                throw refused(snap, "its base \"" + base + "\"", base);
            }
            boolean standsOnCore = snap.info().base() == null && snap.type() == SnapType.APP;
            if (standsOnCore && !has(CORE)) {
                throw refused(snap, "its base \"" + CORE + "\"", CORE);
            }
        }

        private boolean has(String wanted) {
            return snaps.stream().anyMatch(each -> each.name().value().equals(wanted));
        }

        private void checkProvider(ChosenSnap snap, ContentPlug plug) {
            String provider = plug.provider().orElse(null);
            if (provider == null) {
                return;
            }
            List<Offer> offers = offers(plug);
            if (offers.isEmpty()) {
                String thing = "the content \"" + Objects.requireNonNullElse(plug.content(), plug.name())
                        + "\" for its plug \"" + plug.name() + "\", which \"" + provider + "\" provides,";
                throw refused(snap, thing, provider);
            }
            boolean isThere = offers.stream().anyMatch(each -> each.isFrom(provider));
            if (offers.size() > 1 || !isThere) {
                warnings.accept(advice(snap, plug, provider, offers, isThere));
            }
        }

        private List<Offer> offers(ContentPlug plug) {
            return snaps.stream()
                    .flatMap(each -> each.info().contentSlots().stream()
                            .filter(slot ->
                                    plug.content() != null && plug.content().equals(slot.content()))
                            .map(slot -> new Offer(each.name().value(), slot.name())))
                    .sorted(Comparator.comparing(Offer::toString))
                    .toList();
        }

        private String advice(ChosenSnap snap, ContentPlug plug, String provider, List<Offer> offers, boolean isThere) {
            String start = mode() + "snap \"" + snap.name() + "\" wants the content \"" + plug.content()
                    + "\" of its default provider \"" + provider + "\"";
            if (offers.size() == 1) {
                return start + ", but only " + offers.get(0) + " offers it";
            }
            return start + ", and " + (isThere ? "several snaps offer it: " : "only others offer it: ")
                    + String.join(", ", offers.stream().map(Offer::toString).toList())
                    + "; make sure that exactly one of them is connected";
        }

        private String mode() {
            return name.equals(Entry.RUN) ? "" : "in mode \"" + name + "\", ";
        }

        private RefusedException refused(ChosenSnap snap, String thing, String wanted) {
            String where = name.equals(Entry.RUN) ? "" : " in mode \"" + name + "\"";
            return new RefusedException(
                    "cannot use snap \"" + snap.name() + "\": " + thing + " is not in the image" + where,
                    "Add \"" + wanted + "\" to the model.");
        }
    }

    /** A slot with the wanted content. */
    private record Offer(String snap, String slot) {

        private boolean isFrom(String provider) {
            return snap.equals(provider);
        }

        @Override
        public String toString() {
            return snap + ":" + slot;
        }
    }
}
