package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must hold for one snap of a validation set.
 * @param name the name
 * @param id the id
 * @param presence whether it must be there
 * @param revision the only revision that it may have, where there is one
 * @param components what must hold for its components, by name
 */
public record ValidationSetSnap(
        String name, String id, Presence presence, OptionalLong revision, List<Component> components) {

    private static final String SNAP = "validation-set.5";
    private static final String UNIQUE = "validation-set.6";
    private static final String COMPONENT = "validation-set.7";

    public ValidationSetSnap {
        components = List.copyOf(components);
    }

    /**
     * What must hold for one component.
     * @param name the component's name
     * @param presence whether it must be there
     * @param revision the only revision that it may have, where there is one
     */
    public record Component(String name, Presence presence, OptionalLong revision) {}

    static List<ValidationSetSnap> readAll(HeaderReader headers) {
        List<ValidationSetSnap> snaps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (HeaderReader entry : headers.maps("validation-set.4", "snaps")) {
            ValidationSetSnap snap = read(entry);
            if (!names.add(snap.name)) {
                throw entry.violation(UNIQUE, "name", "is the name of an earlier snap: " + snap.name);
            }
            if (!ids.add(snap.id)) {
                throw entry.violation(UNIQUE, "id", "is the id of an earlier snap: " + snap.id);
            }
            snaps.add(snap);
        }
        return snaps;
    }

    private static ValidationSetSnap read(HeaderReader entry) {
        String name = entry.matching(SNAP, "name", Names::isSnapName, "name for a snap");
        String id = entry.matching(SNAP, "id", Names::isSnapId, "id of a snap");
        Presence presence = entry.has("presence")
                ? presence(SNAP, entry, "presence", entry.nonEmpty(SNAP, "presence"))
                : Presence.REQUIRED;
        OptionalLong revision = revision(SNAP, entry, presence);
        return new ValidationSetSnap(name, id, presence, revision, components(entry, revision.isPresent()));
    }

    private static Presence presence(String rule, HeaderReader entry, String name, String word) {
        return Stream.of(Presence.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        entry.violation(rule, name, "must be required, optional or invalid, not " + Quote.of(word)));
    }

    private static OptionalLong revision(String rule, HeaderReader entry, Presence presence) {
        OptionalLong revision = entry.optionalPositive(rule, "revision");
        if (revision.isPresent() && presence == Presence.INVALID) {
            throw entry.violation(rule, "revision", "must not be there beside presence invalid");
        }
        return revision;
    }

    private static List<Component> components(HeaderReader entry, boolean pinned) {
        HeaderReader components = entry.optionalMap(COMPONENT, "components");
        if (components == null) {
            return List.of();
        }
        List<Component> read = new ArrayList<>();
        for (String name : components.map().names()) {
            read.add(component(components, name, pinned));
        }
        read.sort(Comparator.comparing(Component::name));
        return read;
    }

    private static Component component(HeaderReader components, String name, boolean pinned) {
        if (!Names.isSnapName(name)) {
            throw components.violation(COMPONENT, name, "is no name for a component");
        }
        String word = components.map().text(name);
        if (word != null) {
            return component(components, name, pinned, presence(components, name, word), OptionalLong.empty());
        }
        HeaderReader map = components.map(COMPONENT, name);
        Presence presence = presence(components, name, map.text(COMPONENT, "presence"));
        return component(components, name, pinned, presence, revision(COMPONENT, map, presence));
    }

    private static Component component(
            HeaderReader components, String name, boolean pinned, Presence presence, OptionalLong revision) {
        if (pinned && revision.isEmpty() && presence != Presence.INVALID) {
            throw components.violation(COMPONENT, name, "needs a revision, since its snap has one");
        }
        if (!pinned && revision.isPresent()) {
            throw components.violation(COMPONENT, name, "must not have a revision, since its snap has none");
        }
        return new Component(name, presence, revision);
    }

    /** An empty word is allowed here, and means what a missing one means for snaps. */
    private static Presence presence(HeaderReader components, String name, String word) {
        return word.isEmpty() ? Presence.REQUIRED : presence(COMPONENT, components, name, word);
    }
}
