package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the validation sets that a model names. */
final class ModelValidationSets {

    private ModelValidationSets() {}

    static List<ModelValidationSet> readAll(HeaderReader headers, String brandId) {
        List<ModelValidationSet> sets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (HeaderReader entry : headers.maps("M62", "M63", "validation-sets")) {
            ModelValidationSet set = read(entry, brandId);
            if (!names.add(set.accountId() + "/" + set.name())) {
                throw entry.violation(
                        "M68", "name", "is the name of an earlier set of the same account: " + set.name());
            }
            sets.add(set);
        }
        return sets;
    }

    private static ModelValidationSet read(HeaderReader entry, String brandId) {
        String name = entry.matching("M64", "name", Names::isLowerName, "name for a validation set");
        String accountId = entry.optionalNonEmpty("M65", "account-id");
        OptionalLong sequence = entry.optionalPositive("M66", "sequence");
        String mode = entry.nonEmpty("M67", "mode");
        for (ModelValidationSet.Mode each : ModelValidationSet.Mode.values()) {
            if (each.word().equals(mode)) {
                return new ModelValidationSet(accountId == null ? brandId : accountId, name, sequence, each);
            }
        }
        throw entry.violation("M67", "mode", "must be prefer-enforce or enforce, not " + Quote.of(mode));
    }
}
