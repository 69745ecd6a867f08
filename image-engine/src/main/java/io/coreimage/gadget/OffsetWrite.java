package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.yaml.Place;

/**
 * A place that takes the first sector of a structure, as 32 bits in little-endian order.
 * @param relativeTo the name of the structure that the offset starts at, or empty for the volume
 * @param offset where, in bytes
 */
public record OffsetWrite(String relativeTo, Size offset) {

    /** How many bytes are written. */
    public static final int SIZE = 4;

    private static final Size FARTHEST = Size.ofGiB(4);

    static OffsetWrite parse(String text, Place place) {
        int plus = text.indexOf('+');
        String name = plus < 0 ? "" : text.substring(0, plus);
        String offset = text.substring(plus + 1);
        if (plus == 0) {
            throw Rule.OW_EMPTY_NAME.refuse(place, said(text) + " names no structure before the +");
        }
        if (offset.isEmpty()) {
            throw Rule.OW_EMPTY_OFFSET.refuse(place, said(text) + " has no offset");
        }
        Size at = Quantity.parse(offset, "offset-write", place);
        if (at.compareTo(FARTHEST) > 0) {
            throw Rule.OW_4G.refuse(place, said(text) + " lies behind 4 GiB");
        }
        return new OffsetWrite(name, at);
    }

    private static String said(String text) {
        return "offset-write \"" + text + "\"";
    }

    @Override
    public String toString() {
        return relativeTo.isEmpty() ? "" + offset.bytes() : relativeTo + "+" + offset.bytes();
    }
}
