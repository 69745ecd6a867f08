package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import java.util.Set;

/** Reads {@code meta/component.yaml}, which knows no other keys than these. */
public final class ComponentYaml {

    private static final Set<String> KEYS =
            Set.of("component", "type", "version", "summary", "description", "provenance");
    private static final int LONGEST_SUMMARY = 128;
    private static final int LONGEST_DESCRIPTION = 4096;

    private ComponentYaml() {}

    /**
     * Return what the text says.
     * @param text the file
     * @param owner whose file it is, for errors
     */
    public static ComponentInfo read(String text, String owner) {
        try {
            return read(Fields.read("meta/component.yaml", text));
        } catch (RefusedException ex) {
            throw new RefusedException(
                    "cannot read meta/component.yaml of " + owner + ": " + ex.getMessage(), ex.nextStep(), ex);
        }
    }

    private static ComponentInfo read(Fields fields) {
        fields.all().keySet().stream()
                .filter(each -> !KEYS.contains(each))
                .findFirst()
                .ifPresent(unknown -> {
                    throw fields.refused(unknown, "a component has no such key");
                });
        fields.limited("summary", LONGEST_SUMMARY);
        fields.limited("description", LONGEST_DESCRIPTION);
        fields.required("type");
        return new ComponentInfo(
                ComponentName.parse(fields.required("component")),
                fields.choice("type", ComponentType.STANDARD, ComponentType::named),
                fields.has("version") ? Versions.check(fields, "version", fields.text("version")) : null,
                fields.provenance());
    }
}
