package io.coreimage.bytes;

import io.coreimage.problem.MalformedException;

/**
 * How much memory a tree that is read from an image may cost, by the size of the image: a small one that unfolds into
 * tens of thousands of names, hundreds of folders deep, is a trap.
 */
public final class TreeBudget {

    /** What reading an entry costs, and each part of its path. */
    private static final int ENTRY = 2400;

    private static final int PART = 48;
    private static final long BASE = 16L << 20;
    private static final int PER_IMAGE_BYTE = 16;

    private final String structure;
    private final long total;
    private long spent;

    /** Create a budget for the tree in an image of the given size. */
    public TreeBudget(String structure, long imageSize) {
        this.structure = structure;
        this.total = BASE + PER_IMAGE_BYTE * imageSize;
    }

    /** Pay for an entry at a path, that was found at an offset of the image. */
    public void spend(TreePath path, long offset) {
        spent += ENTRY + PART * (long) path.parts().size();
        if (spent > total) {
            throw new MalformedException(
                    structure, offset, "the tree is larger than an image of this size can honestly hold");
        }
    }
}
