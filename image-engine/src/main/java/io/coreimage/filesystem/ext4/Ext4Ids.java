package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;

/**
 * What tells a file system from all others, and what its directory hashes start from.
 * @param uuid the name of the file system
 * @param hashSeed where the hash of a name in a directory starts
 */
public record Ext4Ids(Guid uuid, Guid hashSeed) {

    private static final Guid SPACE = Guid.parse("5b1a8bd5-1bd4-5bb4-a6e2-9a43a0f2e0b1");

    /** Return the ids that follow from a text, such as the digest of what goes into the file system. */
    public static Ext4Ids named(String name) {
        Guid own = Guid.nameBased(SPACE, name);
        return new Ext4Ids(Guid.nameBased(own, "uuid"), Guid.nameBased(own, "hash seed"));
    }
}
