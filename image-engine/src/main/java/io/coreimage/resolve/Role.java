package io.coreimage.resolve;

import io.coreimage.snap.SnapType;
import java.util.Locale;

/** What a snap shall be in an image, which says what type it has to have. */
public enum Role {
    SNAPD,
    KERNEL,
    BASE,
    GADGET,
    /** The core snap where it is listed only as the base of others. */
    CORE,
    APP,
    /** A snap of an old model's list, which may be anything but a kernel or a gadget. */
    REQUIRED,
    /** A snap that only the user's wishes name, which may be anything. */
    EXTRA;

    /** Return whether a snap of that type can be this. */
    boolean accepts(SnapType type) {
        return switch (this) {
            case SNAPD -> type == SnapType.SNAPD || type == SnapType.OS;
            case KERNEL -> type == SnapType.KERNEL;
            case BASE -> type == SnapType.BASE;
            case GADGET -> type == SnapType.GADGET;
            case CORE -> type == SnapType.OS;
            case APP -> type == SnapType.APP;
            case REQUIRED -> type != SnapType.KERNEL && type != SnapType.GADGET;
            case EXTRA -> true;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
