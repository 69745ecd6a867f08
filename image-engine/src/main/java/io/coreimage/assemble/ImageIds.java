package io.coreimage.assemble;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Guid;
import java.nio.ByteBuffer;

/**
 * The names that a disk gives to itself and its parts, derived from the model and from what the image holds: the same
 * image has the same ids for ever, and another image has others, so that two disks in one machine are told apart.
 * @param space the name space of one image
 */
record ImageIds(Guid space) {

    /** The name space of all of core-image's ids, drawn once. */
    private static final Guid CORE_IMAGE = Guid.parse("6f1d3a52-5c0e-4c0b-9a51-2d6b7a1f8e43");

    /** Return the ids of an image by the digest of everything that its bytes depend on. */
    static ImageIds of(Digest content) {
        return new ImageIds(Guid.nameBased(CORE_IMAGE, content.toString()));
    }

    Guid disk(String volume) {
        return Guid.nameBased(space, "disk " + volume);
    }

    Guid partition(String volume, int number) {
        return Guid.nameBased(space, "partition " + volume + " " + number);
    }

    Guid fileSystem(String volume, int number) {
        return Guid.nameBased(space, "file system " + volume + " " + number);
    }

    /** Return the 32-bit id of a disk with an MBR; zero would mean that it has none. */
    int mbrDisk(String volume) {
        return nonZero(Guid.nameBased(space, "mbr " + volume));
    }

    /** Return the 32-bit serial number of a FAT file system. */
    int fatVolume(String volume, int number) {
        return nonZero(Guid.nameBased(space, "fat " + volume + " " + number));
    }

    private static int nonZero(Guid guid) {
        int value = ByteBuffer.wrap(guid.toBytes()).getInt();
        return value == 0 ? 1 : value;
    }
}
