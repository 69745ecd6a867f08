package io.coreimage.gadget;

/** How a volume is divided. */
public enum Schema {
    GPT("gpt"),
    MBR("mbr"),
    /** The boot areas of an eMMC, written on the device only. */
    EMMC("emmc"),
    /** Left open by {@code partial: [schema]}; found on the device. */
    OPEN("");

    private final String text;

    Schema(String text) {
        this.text = text;
    }

    /** Return the word of gadget.yaml. */
    public String text() {
        return text;
    }
}
