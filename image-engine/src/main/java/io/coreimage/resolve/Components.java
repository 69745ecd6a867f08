package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.ComponentFile;
import io.coreimage.snap.ComponentName;
import io.coreimage.snap.ComponentType;
import io.coreimage.snap.SnapName;
import io.coreimage.store.Offer;
import io.coreimage.store.OfferedComponent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The components of snaps: the model's that come always, and those that the user names. */
final class Components {

    private static final String STORE_TYPE = "component/";

    private final Terms terms;
    private final Wishes wishes;
    private final LocalSnaps snaps;
    private final Signatures signatures;
    private final Map<ComponentName, Local> locals = new LinkedHashMap<>();

    /** A component that the user has as a file. */
    private record Local(LocalFile origin, ComponentFile file) {}

    Components(Terms terms, Wishes wishes, LocalSnaps snaps, Signatures signatures) {
        this.terms = terms;
        this.wishes = wishes;
        this.snaps = snaps;
        this.signatures = signatures;
    }

    /** Read the files that the wishes name. */
    void readFiles() throws IOException {
        for (ComponentWish each : wishes.components()) {
            if (each.file() != null) {
                add(each.file());
            }
        }
    }

    private void add(LocalFile origin) throws IOException {
        ComponentFile file = LocalFiles.component(origin);
        ComponentName name = file.info().name();
        if (!snaps.has(name.snap())) {
            throw new RefusedException(
                    "cannot use component \"" + name + "\" from file \"" + origin.origin() + "\": its snap \""
                            + name.snap() + "\" does not come from a file",
                    "Name the snap's file too.");
        }
        if (locals.put(name, new Local(origin, file)) != null) {
            throw new RefusedException("cannot use component \"" + name + "\": it comes from two files");
        }
    }

    /** Return what has to be fetched besides a snap of the store. */
    List<StoreCounter.Order> orders(Entry entry, Offer offer) {
        return wanted(entry).stream()
                .map(each -> order(offer(entry, offer, each)))
                .toList();
    }

    private static StoreCounter.Order order(OfferedComponent offered) {
        return new StoreCounter.Order(
                offered.name().toString(), offered.revision().toString(), offered.file());
    }

    private SortedSet<SnapName> wanted(Entry entry) {
        SortedSet<SnapName> wanted = new TreeSet<>();
        entry.components().forEach((name, component) -> {
            if (component.required()) {
                wanted.add(name);
            }
        });
        wishes.components().stream()
                .map(ComponentWish::name)
                .filter(each -> each != null && each.snap().equals(entry.name()))
                .forEach(each -> wanted.add(each.component()));
        return wanted;
    }

    private static OfferedComponent offer(Entry entry, Offer offer, SnapName component) {
        ComponentName name = new ComponentName(entry.name(), component);
        OfferedComponent offered = offer.components().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException("cannot use component \"" + name + "\": the store has none for"
                        + " revision " + offer.revision() + " of the snap"));
        if (!offered.type().startsWith(STORE_TYPE)) {
            throw new RefusedException("cannot use component \"" + name + "\": the store says that it is of type "
                    + offered.type() + ", which is no component");
        }
        return offered;
    }

    /** Return the snap with its components. */
    ChosenSnap add(ChosenSnap snap, @Nullable Offer offer, Map<StoreCounter.Order, ByteSource> files)
            throws IOException {
        List<ChosenComponent> components = new ArrayList<>();
        if (offer == null) {
            for (Local each : locals.values()) {
                if (each.file.info().name().snap().equals(snap.name())) {
                    components.add(local(snap, each));
                }
            }
            checkRequired(snap.entry(), components);
        } else {
            for (SnapName each : wanted(snap.entry())) {
                components.add(stored(snap, offer(snap.entry(), offer, each), files));
            }
        }
        components.sort(Comparator.comparing(ChosenComponent::name));
        return snap.withComponents(components);
    }

    /** Nobody fetches components for the user's own snap, and without one of these no device could start. */
    private static void checkRequired(Entry entry, List<ChosenComponent> components) {
        entry.components().forEach((name, component) -> {
            if (component.required()
                    && components.stream().noneMatch(each -> each.name().equals(name))) {
                throw new RefusedException(
                        "cannot use snap \"" + entry.name() + "\" from a file: the model requires its component \""
                                + name + "\", and no file has it",
                        "Name the component's file too.");
            }
        });
    }

    private ChosenComponent stored(ChosenSnap snap, OfferedComponent offered, Map<StoreCounter.Order, ByteSource> files)
            throws IOException {
        ByteSource content = Objects.requireNonNull(files.get(order(offered)));
        ComponentFile file =
                ComponentFile.open(offered.file().fileName(), offered.file().digest(), content);
        checkDeclared(snap, file);
        return signatures.confirm(snap, file, offered.revision(), inModel(snap, file), null);
    }

    private ChosenComponent local(ChosenSnap snap, Local local) throws IOException {
        checkDeclared(snap, local.file);
        boolean inModel = inModel(snap, local.file);
        if (!inModel && !terms.isLax()) {
            throw new RefusedException("cannot add component \""
                    + local.file.info().name() + "\": " + terms.kind() + " takes no components that it does not list");
        }
        return signatures.confirm(snap, local.file, null, inModel, local.origin);
    }

    private static boolean inModel(ChosenSnap snap, ComponentFile file) {
        return snap.entry().components().containsKey(file.info().name().component());
    }

    private static void checkDeclared(ChosenSnap snap, ComponentFile file) {
        ComponentName name = file.info().name();
        ComponentType declared = snap.info().components().get(name.component());
        if (declared == null || !name.snap().equals(snap.name())) {
            throw new RefusedException("cannot use component \"" + name + "\": snap \"" + snap.name()
                    + "\" does not list it in its snap.yaml");
        }
        if (declared != file.info().type()) {
            throw new RefusedException("cannot use component \"" + name + "\": it is of type "
                    + file.info().type() + ", but its snap says " + declared);
        }
    }
}
