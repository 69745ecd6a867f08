package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A snap of a preseeded system.
 * @param name the name
 * @param id the id, {@code null} for a snap that nobody vouches for
 * @param revision the revision, empty where there is no id
 * @param components its components
 */
public record PreseedSnap(String name, @Nullable String id, OptionalLong revision, List<Component> components) {

    private static final String SNAP = "preseed.4";
    private static final String COMPONENT = "preseed.5";

    public PreseedSnap {
        components = List.copyOf(components);
    }

    /**
     * A component of a preseeded snap.
     * @param name the component's name
     * @param revision the revision, empty where the snap has none
     */
    public record Component(String name, OptionalLong revision) {}

    static List<PreseedSnap> readAll(HeaderReader headers) {
        List<PreseedSnap> snaps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (HeaderReader entry : headers.maps("preseed.3", "snaps")) {
            PreseedSnap snap = read(entry);
            if (!names.add(snap.name)) {
                throw entry.violation(SNAP, "name", "is the name of an earlier snap: " + snap.name);
            }
            if (snap.id != null && !ids.add(snap.id)) {
                throw entry.violation(SNAP, "id", "is the id of an earlier snap: " + snap.id);
            }
            snaps.add(snap);
        }
        return snaps;
    }

    private static PreseedSnap read(HeaderReader entry) {
        String name = entry.matching(SNAP, "name", Names::isSnapName, "name for a snap");
        String id = entry.has("id") ? entry.matching(SNAP, "id", Names::isSnapId, "id of a snap") : null;
        OptionalLong revision = entry.optionalPositive(SNAP, "revision");
        if (revision.isPresent() != (id != null)) {
            throw entry.violation(SNAP, "revision", "and \"id\" must both be there or both be missing");
        }
        return new PreseedSnap(name, id, revision, components(entry, revision.isPresent()));
    }

    private static List<Component> components(HeaderReader entry, boolean withRevision) {
        List<Component> components = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (HeaderReader each : entry.maps(COMPONENT, "components")) {
            // A component's name breaks the rule for names of snaps, not the one for components.
            String name = each.matching(SNAP, "name", Names::isSnapName, "name for a component");
            OptionalLong revision = each.optionalPositive(COMPONENT, "revision");
            if (revision.isPresent() != withRevision) {
                String reason = withRevision ? "is missing" : "must not be there: the snap has none";
                throw each.violation(COMPONENT, "revision", reason);
            }
            if (!names.add(name)) {
                throw each.violation(COMPONENT, "name", "is the name of an earlier component: " + name);
            }
            components.add(new Component(name, revision));
        }
        return components;
    }
}
