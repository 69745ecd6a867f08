package io.coreimage.snap;

import io.coreimage.problem.RefusedException;

/**
 * A component by its full name, {@code snap+component}.
 * @param snap the snap that it belongs to
 * @param component its name in that snap, by the rules of snap names
 */
public record ComponentName(SnapName snap, SnapName component) implements Comparable<ComponentName> {

    /** Return the name that a user or a file wrote. */
    public static ComponentName parse(String text) {
        int plus = text.indexOf('+');
        if (plus < 0) {
            throw new RefusedException(
                    "cannot use component name \"" + text + "\": no + in it",
                    "Write the snap's name, a plus sign and the component's name, such as my-app+extras.");
        }
        return new ComponentName(SnapName.parse(text.substring(0, plus)), SnapName.parse(text.substring(plus + 1)));
    }

    @Override
    public int compareTo(ComponentName other) {
        int order = snap.compareTo(other.snap);
        return order != 0 ? order : component.compareTo(other.component);
    }

    @Override
    public String toString() {
        return snap + "+" + component;
    }
}
