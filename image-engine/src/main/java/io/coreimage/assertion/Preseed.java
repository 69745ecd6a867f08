package io.coreimage.assertion;

import io.coreimage.bytes.Digest;
import java.time.Instant;
import java.util.List;

/**
 * The state of a system that was prepared before its first boot.
 * @param assertion what was read
 * @param brandId the brand of the model
 * @param model the name of the model
 * @param systemLabel the label of the recovery system
 * @param snaps the snaps that the state has
 * @param artifact the digest of the state's file
 * @param timestamp when this was said
 */
public record Preseed(
        Assertion assertion,
        String brandId,
        String model,
        String systemLabel,
        List<PreseedSnap> snaps,
        Digest artifact,
        Instant timestamp)
        implements TypedAssertion {

    public Preseed {
        snaps = List.copyOf(snaps);
    }

    /** Read a preseed. */
    public static Preseed of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.PRESEED);
        String model = headers.matching("preseed.1", "model", Names::isModelName, "name for a model");
        String label = headers.matching("preseed.2", "system-label", Names::isLowerName, "label of a system");
        headers.require("preseed.3", "snaps");
        List<PreseedSnap> snaps = PreseedSnap.readAll(headers);
        Digest artifact = headers.digest("preseed.6", "artifact-sha3-384");
        Instant timestamp = headers.date("preseed.7", "timestamp");
        return new Preseed(assertion, assertion.header("brand-id"), model, label, snaps, artifact, timestamp);
    }
}
