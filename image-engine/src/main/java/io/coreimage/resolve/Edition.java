package io.coreimage.resolve;

import io.coreimage.assertion.ValidationSet;

/**
 * A validation set of an image.
 * @param set what it says
 * @param pinned whether the model pins this edition
 */
record Edition(ValidationSet set, boolean pinned) {

    ValidationSetName name() {
        return new ValidationSetName(set.accountId(), set.name());
    }

    Sequence sequence() {
        return new Sequence(Math.toIntExact(set.sequence()), pinned);
    }
}
