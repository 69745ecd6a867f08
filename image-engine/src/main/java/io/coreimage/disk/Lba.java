package io.coreimage.disk;

import io.coreimage.bytes.Size;

/**
 * The address of a sector: its number from the start of the disk.
 * @param number the number, never negative
 */
public record Lba(long number) implements Comparable<Lba> {

    public Lba {
        if (number < 0) {
            throw new IllegalArgumentException("sector (" + number + ") must not be negative");
        }
    }

    /** Return the sector that starts at an offset, which must be one where a sector starts. */
    public static Lba at(Size offset, SectorSize sector) {
        if (!offset.isMultipleOf(sector.size())) {
            throw new IllegalArgumentException("no sector of " + sector.bytes() + " bytes starts at " + offset.bytes());
        }
        return new Lba(offset.bytes() / sector.bytes());
    }

    /** Return where this sector starts, in bytes. */
    public long offset(SectorSize sector) {
        return Math.multiplyExact(number, (long) sector.bytes());
    }

    public Lba plus(long sectors) {
        return new Lba(Math.addExact(number, sectors));
    }

    @Override
    public int compareTo(Lba other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
