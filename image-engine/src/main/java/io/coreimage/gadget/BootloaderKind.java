package io.coreimage.gadget;

/** The boot loaders that a volume can name. */
public enum BootloaderKind {
    GRUB("grub"),
    U_BOOT("u-boot"),
    ANDROID_BOOT("android-boot"),
    PIBOOT("piboot"),
    LK("lk");

    private final String text;

    BootloaderKind(String text) {
        this.text = text;
    }

    /** Return the word of gadget.yaml. */
    public String text() {
        return text;
    }
}
