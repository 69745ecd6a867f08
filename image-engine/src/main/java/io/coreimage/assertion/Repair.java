package io.coreimage.assertion;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A script that mends devices. It has no part in images; only its form is checked.
 * @param assertion what was read
 * @param brandId whose devices
 * @param repairId its number
 * @param summary what it does, in one line
 * @param timestamp when it was made
 */
public record Repair(Assertion assertion, String brandId, long repairId, String summary, Instant timestamp)
        implements TypedAssertion {

    private static final Set<String> MODES = Set.of("run", "recover");

    /** Read a repair. */
    public static Repair of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.REPAIR);
        String brandId = assertion.header("brand-id");
        if (!brandId.equals(assertion.authorityId())) {
            throw headers.violation("repair.1", "brand-id", "and \"authority-id\" must be the same");
        }
        long repairId = headers.positive("repair.2", "repair-id");
        String summary = headers.nonEmpty("repair.3", "summary");
        if (summary.indexOf('\n') >= 0) {
            throw headers.violation("repair.3", "summary", "must be one line");
        }
        for (String name : List.of("series", "models", "architectures", "bases")) {
            headers.texts("repair.4", name);
        }
        headers.texts("repair.5", "modes", MODES::contains, "mode that can be repaired (run, recover)");
        headers.bool("repair.6", "disabled");
        Instant timestamp = headers.date("repair.7", "timestamp");
        return new Repair(assertion, brandId, repairId, summary, timestamp);
    }
}
