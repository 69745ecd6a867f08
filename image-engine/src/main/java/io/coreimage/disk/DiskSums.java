package io.coreimage.disk;

import io.coreimage.bytes.Digest;
import java.util.Optional;

/**
 * What was computed beside the writing of a disk.
 * @param blockMap the block map, if one was asked for
 * @param sha256 the SHA-256 of the whole disk, holes included, if it was asked for
 */
public record DiskSums(Optional<BlockMap> blockMap, Optional<Digest> sha256) {}
