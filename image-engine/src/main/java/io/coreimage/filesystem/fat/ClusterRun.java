package io.coreimage.filesystem.fat;

/**
 * Clusters one after the other.
 * @param first the number of the first one
 * @param count how many there are
 */
record ClusterRun(long first, long count) {

    /** What a file without content has. */
    static final ClusterRun NONE = new ClusterRun(0, 0);

    /** Return the number behind that of the last cluster. */
    long end() {
        return first + count;
    }
}
