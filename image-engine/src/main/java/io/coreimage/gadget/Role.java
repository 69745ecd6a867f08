package io.coreimage.gadget;

/** What a structure is for. */
public enum Role {
    NONE(""),
    MBR("mbr"),
    SYSTEM_DATA("system-data"),
    SYSTEM_SEED("system-seed"),
    SYSTEM_SEED_NULL("system-seed-null"),
    SYSTEM_SAVE("system-save"),
    SYSTEM_BOOT("system-boot"),
    SYSTEM_BOOT_IMAGE("system-boot-image"),
    SYSTEM_BOOT_SELECT("system-boot-select"),
    SYSTEM_SEED_IMAGE("system-seed-image"),
    SYSTEM_SEED_SELECT("system-seed-select"),
    SYSTEM_BOOT_STATE("system-boot-state"),
    BOOTIMG("bootimg"),
    BOOTSELECT("bootselect");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** Return the word of gadget.yaml; none is the empty text. */
    public String text() {
        return text;
    }
}
