package io.coreimage.disk;

/**
 * How a disk is written, and what is wanted beside it.
 * @param threads how many threads write, at least one: one copies, the others decompress and compute; as many more find
 *     what is wanted beside
 * @param blockMap whether a block map is wanted
 * @param sha256 whether the SHA-256 of the whole disk is wanted, for which every zero of every hole counts
 * @param progress hears how far it is
 */
public record WriteOptions(int threads, boolean blockMap, boolean sha256, WriteProgress progress) {

    /** Two threads and nothing beside: one copies what lies in files while the other decompresses what does not. */
    public static final WriteOptions DEFAULT = new WriteOptions(2, false, false, WriteProgress.NONE);

    public WriteOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("somebody has to write, and not " + threads + " threads");
        }
    }

    public WriteOptions withThreads(int count) {
        return new WriteOptions(count, blockMap, sha256, progress);
    }

    public WriteOptions withBlockMap() {
        return new WriteOptions(threads, true, sha256, progress);
    }

    public WriteOptions withSha256() {
        return new WriteOptions(threads, blockMap, true, progress);
    }

    public WriteOptions withProgress(WriteProgress listener) {
        return new WriteOptions(threads, blockMap, sha256, listener);
    }
}
