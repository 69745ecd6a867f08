package io.coreimage.assertion;

import java.util.List;

/**
 * A component of a snap that a model names.
 * @param name the component's name, without that of its snap
 * @param presence whether it must be in the image
 * @param modes the modes in which it is there
 */
public record ModelComponent(String name, Presence presence, List<String> modes) {

    public ModelComponent {
        modes = List.copyOf(modes);
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    @Override
    public String toString() {
        return name;
    }
}
