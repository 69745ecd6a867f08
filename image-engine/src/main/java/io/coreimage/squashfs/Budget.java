package io.coreimage.squashfs;

import io.coreimage.problem.MalformedException;

/**
 * How much memory and work a tree may cost, by the size of the image it comes from: a small image that unfolds into
 * millions of names is a trap.
 */
final class Budget {

    /** What an entry of a tree costs besides its name. */
    static final int NODE = 700;

    /** What a part of a path costs. */
    static final int PART = 4;

    private static final long BASE = 24L << 20;
    private static final int PER_IMAGE_BYTE = 12;

    private final long total;
    private long spent;

    Budget(long imageSize) {
        this.total = BASE + PER_IMAGE_BYTE * imageSize;
    }

    void spend(long amount) {
        spent += amount;
        if (spent > total) {
            throw new MalformedException(
                    "squashfs directory", 0, "the tree is larger than an image of this size can honestly hold");
        }
    }
}
