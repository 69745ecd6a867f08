package io.coreimage.resolve;

import java.util.List;

/**
 * A component that a model lists with its snap.
 * @param required whether it comes always, not only when it is asked for
 * @param modes the modes in which it is there
 */
public record ComponentEntry(boolean required, List<String> modes) {

    public ComponentEntry {
        modes = List.copyOf(modes);
    }
}
