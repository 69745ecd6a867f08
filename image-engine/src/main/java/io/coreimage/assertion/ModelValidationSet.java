package io.coreimage.assertion;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * A validation set that a model names.
 * @param accountId whose set it is
 * @param name its name
 * @param sequence the point of the sequence, or empty for the latest
 * @param mode how much it matters on the device
 */
public record ModelValidationSet(String accountId, String name, OptionalLong sequence, Mode mode) {

    /** Return which assertion is meant. */
    public SequenceRef ref() {
        return SequenceRef.validationSet(accountId, name, sequence);
    }

    @Override
    public String toString() {
        return accountId + "/" + name + (sequence.isPresent() ? "=" + sequence.getAsLong() : "");
    }

    /** How much a validation set matters on the device. */
    public enum Mode {
        PREFER_ENFORCE,
        ENFORCE;

        /** Return the word that models use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
