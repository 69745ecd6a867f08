package io.coreimage.gadget;

/** What a volume may leave open, to be found on the device. */
public enum Partial {
    SIZE("size"),
    FILESYSTEM("filesystem"),
    SCHEMA("schema"),
    STRUCTURE("structure");

    private final String text;

    Partial(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
