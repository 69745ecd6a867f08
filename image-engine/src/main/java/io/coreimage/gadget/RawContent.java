package io.coreimage.gadget;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Bytes at a place of a structure.
 * @param image the path that gadget.yaml names them by
 * @param offset where, from the start of the structure
 * @param room how much they take; zeros where they are shorter
 * @param bytes what is written
 */
public record RawContent(String image, Size offset, Size room, ByteSource bytes) {

    /** Lay out the images of a structure, each right behind the one before it unless it has an offset. */
    static List<RawContent> of(Structure structure, Function<Content.Image, ByteSource> images, boolean checkFit) {
        List<RawContent> laidOut = new ArrayList<>();
        Size end = Size.ZERO;
        for (Content each : structure.content()) {
            Content.Image image = (Content.Image) each;
            RawContent raw = at(structure, image, images.apply(image), end);
            end = VolumeRules.plus(raw.offset(), raw.room(), structure);
            if (checkFit && end.compareTo(structure.size()) > 0) {
                throw Rule.IMAGE_SIZE.refuse(
                        image.place(),
                        "image \"" + image.image() + "\" ends at " + end.bytes() + ", behind the end of "
                                + structure.said() + " at " + structure.size().bytes());
            }
            laidOut.add(raw);
        }
        checkOverlap(structure, laidOut);
        return List.copyOf(laidOut);
    }

    private static RawContent at(Structure structure, Content.Image image, ByteSource bytes, Size end) {
        Size offset = image.offset();
        Size declared = image.size();
        if (!declared.equals(Size.ZERO) && bytes.size() > declared.bytes()) {
            throw Rule.IMAGE_SIZE.refuse(
                    image.place(),
                    "image \"" + image.image() + "\" of " + structure.said() + " has " + bytes.size()
                            + " bytes, more than its size of " + declared.bytes());
        }
        Size room = declared.equals(Size.ZERO) ? new Size(bytes.size()) : declared;
        return new RawContent(image.image(), offset == null ? end : offset, room, bytes);
    }

    private static void checkOverlap(Structure structure, List<RawContent> images) {
        List<RawContent> sorted =
                images.stream().sorted(Comparator.comparing(RawContent::offset)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            RawContent before = sorted.get(i - 1);
            RawContent here = sorted.get(i);
            if (before.offset().plus(before.room()).compareTo(here.offset()) > 0) {
                throw Rule.IMAGE_OVERLAP.refuse(
                        structure.place(),
                        "images \"" + before.image() + "\" and \"" + here.image() + "\" of " + structure.said()
                                + " overlap at " + here.offset().bytes());
            }
        }
    }
}
