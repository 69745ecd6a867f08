package io.coreimage.assemble;

import io.coreimage.bytes.Size;
import org.jspecify.annotations.Nullable;

/**
 * A line of the final table: a structure that the image holds.
 * @param volume the volume it lies on
 * @param number its number in the partition table, or {@code null} where it has no entry
 * @param name its name
 * @param start where it starts
 * @param size how large it is
 * @param fileSystem what it is formatted with, or empty
 * @param used how much of it is taken
 */
public record PlannedStructure(
        String volume, @Nullable Integer number, String name, Size start, Size size, String fileSystem, Size used) {}
