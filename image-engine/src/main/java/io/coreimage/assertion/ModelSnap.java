package io.coreimage.assertion;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A snap that a model names.
 * @param name the name
 * @param id the id, or {@code null} where the model does not say it
 * @param type the type as far as the model says it
 * @param presence whether it must be in the image
 * @param modes the modes in which it is there; {@code ephemeral} stands for all but {@code run}
 * @param defaultChannel where it comes from and is refreshed from, as written; {@code null} in models of UC16 and 18
 * @param pinnedTrack the track that a model of UC16 or 18 pins a kernel or gadget to, or {@code null}
 * @param classic whether it is installed without confinement
 * @param components the components that the model names, by name
 */
public record ModelSnap(
        String name,
        @Nullable String id,
        Type type,
        Presence presence,
        List<String> modes,
        @Nullable String defaultChannel,
        @Nullable String pinnedTrack,
        boolean classic,
        List<ModelComponent> components) {

    /** The modes of the snaps that a system cannot do without. */
    static final List<String> ESSENTIAL_MODES = List.of("run", "ephemeral");

    static final List<String> RUN = List.of("run");

    static final String DEFAULT_CHANNEL = "latest/stable";

    public ModelSnap {
        modes = List.copyOf(modes);
        components = List.copyOf(components);
    }

    /** Return a snap as the syntax of UC16 and 18 names it. */
    static ModelSnap plain(String name, Type type, @Nullable String pinnedTrack) {
        return new ModelSnap(name, null, type, Presence.REQUIRED, RUN, null, pinnedTrack, false, List.of());
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    /** Return the component with that name, or {@code null}. */
    public @Nullable ModelComponent component(String componentName) {
        return components.stream()
                .filter(each -> each.name().equals(componentName))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The types that a model can tell apart. */
    public enum Type {
        APP,
        BASE,
        GADGET,
        KERNEL,
        CORE,
        SNAPD,
        /** The syntax of UC16 and 18 lists snaps by name only. */
        UNSPECIFIED;

        /** Return the word that models use, empty where there is none. */
        public String word() {
            return this == UNSPECIFIED ? "" : name().toLowerCase(Locale.ROOT);
        }
    }
}
