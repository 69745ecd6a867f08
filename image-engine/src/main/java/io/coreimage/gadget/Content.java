package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.yaml.Place;
import org.jspecify.annotations.Nullable;

/** Something that a structure holds from the start. */
public sealed interface Content {

    Place place();

    /**
     * A file of the gadget that is written as it is.
     * @param place where gadget.yaml says so
     * @param image the file's path in the gadget
     * @param offset where in the structure, or {@code null} for right behind what stands before it
     * @param size the room it takes, or zero for the file's own size
     */
    record Image(Place place, String image, @Nullable Size offset, Size size) implements Content {}

    /**
     * A file or directory that is copied into the structure's file system.
     * @param place where gadget.yaml says so
     * @param source the path in the gadget, or {@code $kernel:<asset>/<path>}
     * @param target where it goes
     * @param unpack a word that nobody gives a meaning
     */
    record Files(Place place, String source, String target, boolean unpack) implements Content {}
}
