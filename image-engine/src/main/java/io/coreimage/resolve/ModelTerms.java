package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.assertion.ModelSnap;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a model as a builder of images does, and refuses models that no image can be made of. */
final class ModelTerms {

    private static final SnapName SNAPD = new SnapName("snapd");
    private static final List<String> FORBIDDEN = List.of("core", "os", "class", "allowed-modes");

    private final Model model;
    private final Generation generation;

    private ModelTerms(Model model) {
        this.model = model;
        this.generation =
                model.isExtended() ? Generation.UC20 : model.baseName() == null ? Generation.UC16 : Generation.UC18;
    }

    static Terms of(Model model) {
        check(model);
        return new ModelTerms(model).read();
    }

    private static void check(Model model) {
        FORBIDDEN.stream().filter(model.assertion().headers()::has).findFirst().ifPresent(each -> {
            throw refused(model, "it has the header \"" + each + "\", which images are not made for");
        });
        if (!model.series().equals(Assertion.SERIES)) {
            throw refused(model, "its series is \"" + model.series() + "\", not \"" + Assertion.SERIES + "\"");
        }
        if (model.classic()) {
            throw refused(model, "it is a classic model, and only Ubuntu Core images can be built");
        }
    }

    private static RefusedException refused(Model model, String reason) {
        return new RefusedException("cannot build an image of model \"" + model.name() + "\": " + reason);
    }

    private Terms read() {
        SnapName base = model.baseName() == null ? null : SnapName.parse(model.baseName());
        return new Terms(
                generation,
                generation == Generation.UC20 ? model.grade().name().toLowerCase(Locale.ROOT) : "",
                base,
                Architecture.parse(Objects.requireNonNull(model.architecture())),
                model.brandId(),
                entries());
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (model.snapd().isEmpty()) {
            entries.add(system());
        }
        Stream.of(model.snapd(), model.kernel(), model.base(), model.gadget())
                .flatMap(Optional::stream)
                .map(this::entry)
                .forEach(entries::add);
        // The core snap of UC16 may also be listed as one that is required, and then comes once.
        model.otherSnaps().stream()
                .map(this::entry)
                .filter(each -> entries.stream().noneMatch(known -> known.name().equals(each.name())))
                .forEach(entries::add);
        return entries;
    }

    private Entry system() {
        boolean modes = generation == Generation.UC20;
        SnapName name = generation == Generation.UC16 ? BaseCheck.CORE : SNAPD;
        return new Entry(
                name,
                modes ? SnapId.wellKnown(SNAPD).orElseThrow() : null,
                Role.SNAPD,
                true,
                modes ? List.of(Entry.RUN, Entry.EPHEMERAL) : List.of(Entry.RUN),
                modes ? Channel.LATEST_STABLE : Channel.STABLE,
                false,
                true,
                new TreeMap<>());
    }

    private Entry entry(ModelSnap snap) {
        String track = snap.pinnedTrack();
        Channel pin = track == null || track.isEmpty() ? null : Channel.ofTrack(track);
        return new Entry(
                SnapName.parse(snap.name()),
                snap.id() == null ? null : SnapId.parse(snap.id()),
                role(snap.type()),
                snap.isRequired(),
                snap.modes(),
                pin == null ? channel(snap.defaultChannel()) : pin,
                pin != null,
                true,
                components(snap));
    }

    private static Channel channel(@Nullable String written) {
        return written == null ? Channel.STABLE : Channel.parse(written);
    }

    private static Role role(ModelSnap.Type type) {
        return switch (type) {
            case APP -> Role.APP;
            case BASE -> Role.BASE;
            case GADGET -> Role.GADGET;
            case KERNEL -> Role.KERNEL;
            case CORE -> Role.CORE;
            case SNAPD -> Role.SNAPD;
            case UNSPECIFIED -> Role.REQUIRED;
        };
    }

    private static SortedMap<SnapName, ComponentEntry> components(ModelSnap snap) {
        SortedMap<SnapName, ComponentEntry> components = new TreeMap<>();
        snap.components()
                .forEach(each ->
                        components.put(new SnapName(each.name()), new ComponentEntry(each.isRequired(), each.modes())));
        return components;
    }
}
