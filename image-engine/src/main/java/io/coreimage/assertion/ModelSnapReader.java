package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a model's {@code snaps}. */
final class ModelSnapReader {

    private static final Set<ModelSnap.Type> ESSENTIAL =
            Set.of(ModelSnap.Type.SNAPD, ModelSnap.Type.KERNEL, ModelSnap.Type.GADGET);

    private final Grade grade;
    private final boolean classicModel;
    private final String baseName;

    ModelSnapReader(Grade grade, boolean classicModel, String baseName) {
        this.grade = grade;
        this.classicModel = classicModel;
        this.baseName = baseName;
    }

    ModelSnap read(HeaderReader entry) {
        String name = entry.nonEmpty("M20", "name");
        if (!Names.isSnapName(name)) {
            throw entry.violation("M21", "name", "is no name for a snap: " + Quote.of(name));
        }
        String id = id(entry);
        ModelSnap.Type type = type(entry);
        boolean essential = ESSENTIAL.contains(type) || name.equals(baseName);
        Presence presence = presence(entry, essential);
        List<String> modes = modes(entry, essential);
        String channel = channel(entry);
        boolean classic = classic(entry, type, modes);
        List<ModelComponent> components = components(entry, modes);
        return new ModelSnap(name, id, type, presence, modes, channel, null, classic, components);
    }

    private @Nullable String id(HeaderReader entry) {
        if (!entry.has("id") && grade == Grade.DANGEROUS) {
            return null;
        }
        if (!entry.has("id")) {
            throw entry.violation("M23", "id", "is missing; only models of grade dangerous may leave it out");
        }
        return entry.matching("M22", "id", Names::isSnapId, "id of a snap");
    }

    private static ModelSnap.Type type(HeaderReader entry) {
        String value = entry.optionalNonEmpty("M24", "type");
        if (value == null) {
            return ModelSnap.Type.APP;
        }
        return Stream.of(ModelSnap.Type.values())
                .filter(each -> each.word().equals(value))
                .findFirst()
                .orElseThrow(() -> entry.violation(
                        "M24", "type", "must be app, base, gadget, kernel, core or snapd, not " + Quote.of(value)));
    }

    private static Presence presence(HeaderReader entry, boolean essential) {
        String value = entry.optionalNonEmpty("M25", "presence");
        if (value == null) {
            return Presence.REQUIRED;
        }
        Presence presence = presence("M25", entry, "presence", value);
        if (essential) {
            throw entry.violation("M26", "presence", "must not be there: no system can do without this snap");
        }
        return presence;
    }

    private static Presence presence(String rule, HeaderReader entry, String name, String value) {
        return switch (value) {
            case "required" -> Presence.REQUIRED;
            case "optional" -> Presence.OPTIONAL;
            default -> throw entry.violation(rule, name, "must be required or optional, not " + Quote.of(value));
        };
    }

    private static List<String> modes(HeaderReader entry, boolean essential) {
        List<String> modes = entry.texts("M27", "modes", Names::isMode, "mode of a system");
        if (essential && !modes.isEmpty()) {
            throw entry.violation("M28", "modes", "must not be there: the snap is there in every mode");
        }
        if (essential) {
            return ModelSnap.ESSENTIAL_MODES;
        }
        return modes.isEmpty() ? ModelSnap.RUN : modes;
    }

    private static String channel(HeaderReader entry) {
        String value = entry.optionalNonEmpty("M29", "default-channel");
        if (value == null) {
            return ModelSnap.DEFAULT_CHANNEL;
        }
        if (!ModelChannel.isChannel(value)) {
            throw entry.violation("M29", "default-channel", "is no channel such as 24/stable: " + Quote.of(value));
        }
        if (!ModelChannel.hasTrack(value)) {
            throw entry.violation("M30", "default-channel", "must name a track: write " + Quote.of("latest/" + value));
        }
        return value;
    }

    private boolean classic(HeaderReader entry, ModelSnap.Type type, List<String> modes) {
        if (!entry.bool("M31", "classic")) {
            return false;
        }
        check(classicModel, entry, "M32", "must not be true: the model is not a classic one");
        check(type == ModelSnap.Type.APP, entry, "M33", "must not be true: the snap is no app");
        check(modes.equals(ModelSnap.RUN), entry, "M34", "must not be true: the snap is not only in mode run");
        return true;
    }

    private static void check(boolean holds, HeaderReader entry, String rule, String reason) {
        if (!holds) {
            throw entry.violation(rule, "classic", reason);
        }
    }

    private static List<ModelComponent> components(HeaderReader entry, List<String> snapModes) {
        HeaderReader components = entry.optionalMap("M35", "components");
        if (components == null) {
            return List.of();
        }
        List<ModelComponent> read = new ArrayList<>();
        for (String name : components.map().names()) {
            read.add(component(components, name, snapModes));
        }
        read.sort(Comparator.comparing(ModelComponent::name));
        return read;
    }

    private static ModelComponent component(HeaderReader components, String name, List<String> snapModes) {
        if (!Names.isSnapName(name)) {
            throw components.violation("M36", name, "is no name for a component");
        }
        String word = components.map().text(name);
        if (word != null) {
            return new ModelComponent(name, presence("M37", components, name, word), snapModes);
        }
        HeaderReader component = components.map("M38", name);
        Predicate<String> known = Set.of("presence", "modes")::contains;
        for (String key : component.map().names()) {
            if (!known.test(key)) {
                throw component.violation("M39", key, "is not known; a component has \"presence\" and \"modes\"");
            }
        }
        Presence presence = presence("M37", component, "presence", component.nonEmpty("M40", "presence"));
        List<String> modes = component.texts("M41", "modes", Names::isMode, "mode of a system");
        if (!snapModes.containsAll(modes)) {
            throw component.violation("M42", "modes", "must be among the modes of its snap: " + snapModes);
        }
        return new ModelComponent(name, presence, modes.isEmpty() ? snapModes : modes);
    }
}
