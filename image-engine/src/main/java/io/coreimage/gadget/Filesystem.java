package io.coreimage.gadget;

/** What a structure is formatted with. */
public enum Filesystem {
    NONE("none"),
    EXT4("ext4"),
    VFAT_16("vfat-16"),
    VFAT_32("vfat-32");

    private final String text;

    Filesystem(String text) {
        this.text = text;
    }

    /** Return the word of gadget.yaml. */
    public String text() {
        return text;
    }

    public boolean isFat() {
        return this == VFAT_16 || this == VFAT_32;
    }
}
