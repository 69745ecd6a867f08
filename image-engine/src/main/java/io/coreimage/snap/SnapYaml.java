package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code meta/snap.yaml}. */
public final class SnapYaml {

    private static final SnapName SNAPD = new SnapName("snapd");
    static final Set<SnapType> WITHOUT_CONFIGURE = Set.of(SnapType.SNAPD, SnapType.BASE);
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_DESCRIPTION = 4096;

    private final Fields fields;

    private SnapYaml(Fields fields) {
        this.fields = fields;
    }

    /**
     * Return what the text says.
     * @param text the file
     * @param owner whose file it is, for errors, such as the name of the snap's file
     */
    public static SnapInfo read(String text, String owner) {
        try {
            return new SnapYaml(Fields.read("meta/snap.yaml", text)).read();
        } catch (RefusedException ex) {
            throw new RefusedException(
                    "cannot read meta/snap.yaml of " + owner + ": " + ex.getMessage(), ex.nextStep(), ex);
        }
    }

    private SnapInfo read() {
        SnapName name = name();
        SnapType type = type(name);
        SnapInfo info = new SnapInfo(
                name,
                Versions.check(fields, "version", fields.required("version")),
                type,
                base(type),
                architectures(),
                fields.choice("confinement", Confinement.STRICT, Confinement::named),
                grade(),
                fields.has("epoch") ? EpochReader.read(fields.node("epoch")) : Epoch.ZERO,
                fields.texts("assumes"),
                fields.provenance(),
                about(),
                ContentInterface.plugs(fields.map("plugs")),
                ContentInterface.slots(fields.map("slots")),
                components(type),
                fields.map("apps").keySet(),
                fields.map("hooks").keySet());
        check(info);
        return info;
    }

    private SnapName name() {
        String text = fields.required("name");
        if (!SnapName.isValid(text)) {
            throw fields.refused("name", "\"" + text + "\" is not a valid name of a snap");
        }
        return new SnapName(text);
    }

    private SnapType type(SnapName name) {
        SnapType type = fields.choice("type", SnapType.APP, SnapType::named);
        return type == SnapType.APP && name.equals(SNAPD) ? SnapType.SNAPD : type;
    }

    private @Nullable String base(SnapType type) {
        String base = fields.text("base");
        if (base.isEmpty()) {
            return null;
        }
        if (!base.equals(SnapInfo.NO_BASE) && !SnapName.isValid(base)) {
            throw fields.refused("base", "\"" + base + "\" is not a valid name of a snap");
        }
        boolean standsAlone = type == SnapType.OS || type == SnapType.BASE;
        if (standsAlone && !base.equals(SnapInfo.NO_BASE)) {
            throw fields.refused("base", "a snap of type " + type + " stands on no other");
        }
        return base;
    }

    private List<Architecture> architectures() {
        List<String> texts = fields.texts("architectures");
        return texts.isEmpty()
                ? List.of(Architecture.ALL)
                : texts.stream().map(Architecture::parse).toList();
    }

    private String grade() {
        String grade = fields.text("grade");
        if (!Set.of("", "stable", "devel").contains(grade)) {
            throw fields.refused("grade", "\"" + grade + "\" is neither stable nor devel");
        }
        return grade;
    }

    private About about() {
        return new About(
                fields.limited("title", LONGEST_TITLE),
                fields.text("summary"),
                fields.limited("description", LONGEST_DESCRIPTION),
                fields.has("license") ? fields.text("license") : null,
                links(),
                fields.has("contact") ? fields.text("contact") : null);
    }

    private SortedMap<String, List<String>> links() {
        SortedMap<String, List<String>> links = new TreeMap<>();
        fields.map("links").forEach((kind, node) -> links.put(kind, Fields.texts(node, "links")));
        return links;
    }

    private Map<SnapName, ComponentType> components(SnapType snapType) {
        Map<SnapName, ComponentType> components = new LinkedHashMap<>();
        fields.map("components").forEach((name, node) -> {
            if (!SnapName.isValid(name)) {
                throw new YamlException(node.place(), "\"" + name + "\" is not a valid name of a component");
            }
            ComponentType type = componentType(name, node);
            if (type == ComponentType.KERNEL_MODULES && snapType != SnapType.KERNEL) {
                throw new YamlException(
                        node.place(), "component \"" + name + "\" has kernel modules, but the snap is no kernel");
            }
            components.put(new SnapName(name), type);
        });
        return components;
    }

    private static ComponentType componentType(String name, YamlNode node) {
        YamlNode type = node.map("component \"" + name + "\"").get("type");
        if (type == null) {
            throw new YamlException(node.place(), "component \"" + name + "\" has no type");
        }
        String text = type.text("type");
        return ComponentType.named(text)
                .orElseThrow(() -> new YamlException(
                        type.place(), "type \"" + text + "\" of component \"" + name + "\" is unknown"));
    }

    private void check(SnapInfo info) {
        if (fields.has("layouts")) {
            throw fields.refused("layouts", "the key is \"layout\"");
        }
        if (SnapInfo.NO_BASE.equals(info.base())
                && !(info.apps().isEmpty() && info.hooks().isEmpty())) {
            throw fields.refused("base", "a snap with base \"none\" has neither apps nor hooks");
        }
        if (WITHOUT_CONFIGURE.contains(info.type())
                && (info.hooks().contains("configure") || info.hooks().contains("default-configure"))) {
            throw fields.refused("hooks", "a snap of type " + info.type() + " has no configure hooks");
        }
        fields.map("plugs").keySet().stream()
                .filter(fields.map("slots").keySet()::contains)
                .findFirst()
                .ifPresent(both -> {
                    throw fields.refused("slots", "\"" + both + "\" is both a plug and a slot");
                });
    }
}
