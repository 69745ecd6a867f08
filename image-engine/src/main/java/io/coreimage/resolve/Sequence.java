package io.coreimage.resolve;

/**
 * Which edition of a validation set.
 * @param number its number, from 1
 * @param pinned whether the device shall stay with it
 */
public record Sequence(int number, boolean pinned) {

    public Sequence {
        if (number < 1) {
            throw new IllegalArgumentException("sequences count from 1");
        }
    }
}
