package io.coreimage.assertion;

import java.util.List;
import java.util.OptionalLong;

/**
 * Which point of a sequence of assertions: a certain one, or the latest.
 * @param type a type that is a sequence
 * @param sequenceKey the values of its primary key without the last
 * @param sequence the number, or empty for the latest
 */
public record SequenceRef(AssertionType type, List<String> sequenceKey, OptionalLong sequence) {

    public SequenceRef {
        sequenceKey = List.copyOf(sequenceKey);
        if (!type.isSequence() || sequenceKey.size() != type.primaryKey().size() - 1) {
            throw new IllegalArgumentException(type + " " + sequenceKey + " is no sequence");
        }
    }

    /** Return the sequence of a validation set. */
    public static SequenceRef validationSet(String accountId, String name, OptionalLong sequence) {
        return new SequenceRef(AssertionType.VALIDATION_SET, List.of(Assertion.SERIES, accountId, name), sequence);
    }

    /** Return the name of the sequence as a whole: {@code type/key/parts} without a number. */
    public String sequenceName() {
        return type.typeName() + "/" + String.join("/", sequenceKey);
    }

    @Override
    public String toString() {
        return sequenceName() + "/" + (sequence.isPresent() ? sequence.getAsLong() : "latest");
    }
}
