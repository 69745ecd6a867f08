package io.coreimage.gadget;

import java.util.List;

/** The labels by which Ubuntu Core finds its file systems. */
public final class SystemLabels {

    public static final String WRITABLE = "writable";
    public static final String SEED = "ubuntu-seed";
    public static final String BOOT = "ubuntu-boot";
    public static final String SAVE = "ubuntu-save";
    public static final String DATA = "ubuntu-data";

    private SystemLabels() {}

    /** Return the label of a role in a system with modes, or the empty text. */
    static String of(Role role) {
        return switch (role) {
            case SYSTEM_SEED, SYSTEM_SEED_NULL -> SEED;
            case SYSTEM_BOOT -> BOOT;
            case SYSTEM_SAVE -> SAVE;
            case SYSTEM_DATA -> DATA;
            default -> "";
        };
    }

    /** Return the labels that only a structure with a role may have. */
    static List<String> reserved(boolean modes) {
        return modes ? List.of(BOOT, SEED, DATA, SAVE) : List.of(SEED, DATA);
    }
}
