package io.coreimage.partition;

import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.RefusedException;

/**
 * The beginning of the sentence that refuses a partition.
 * @param number the partition's number
 * @param name its name, or nothing
 */
record Refusal(int number, String name) {

    void when(boolean wrong, String reason) {
        if (wrong) {
            throw because(reason);
        }
    }

    RefusedException because(String reason) {
        String quoted = name.isEmpty() ? "" : " (\"" + name + "\")";
        return new RefusedException("cannot plan partition " + number + quoted + ": " + reason);
    }

    /** Refuse a range that does not start and end where sectors do: rounding would move data (or its table entry). */
    void checkAligned(SectorSize sector, Size offset, Size size) {
        when(size.bytes() == 0, "it has no sectors");
        checkMultiple(sector, "start", offset);
        checkMultiple(sector, "size", size);
    }

    private void checkMultiple(SectorSize sector, String what, Size value) {
        when(
                !value.isMultipleOf(sector.size()),
                "its " + what + " of " + value.bytes() + " bytes is no multiple of the sector size of "
                        + sector.bytes());
    }
}
