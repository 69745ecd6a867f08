package io.coreimage.disk;

/** Hears how far a disk is written; one call at a time, from whichever thread. */
@FunctionalInterface
public interface WriteProgress {

    /** Hears nothing. */
    WriteProgress NONE = (written, total) -> {};

    /**
     * Hear that some more bytes were written.
     * @param written how many bytes were written since the start, holes not counted
     * @param total how many there are
     */
    void advanced(long written, long total);
}
