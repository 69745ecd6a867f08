package io.coreimage.assertion;

import java.time.Instant;
import java.util.List;

/**
 * The word that a revision of a resource belongs to a revision of its snap.
 * @param assertion what was read
 * @param snapId the snap
 * @param name the resource's name
 * @param resourceRevision the revision of the resource
 * @param snapRevision the revision of the snap
 * @param provenance where the pairing came from
 * @param developerId who made it
 * @param timestamp when this was said
 */
public record SnapResourcePair(
        Assertion assertion,
        String snapId,
        String name,
        long resourceRevision,
        long snapRevision,
        String provenance,
        String developerId,
        Instant timestamp)
        implements TypedAssertion {

    /** Read a snap-resource-pair. */
    public static SnapResourcePair of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.SNAP_RESOURCE_PAIR);
        String name =
                headers.matching("snap-resource-pair.1", "resource-name", Names::isSnapName, "name for a resource");
        String provenance = Provenance.read("snap-resource-pair.2", headers);
        long resourceRevision = headers.positive("snap-resource-pair.3", "resource-revision");
        long snapRevision = headers.positive("snap-resource-pair.4", "snap-revision");
        String developerId = headers.nonEmpty("snap-resource-pair.5", "developer-id");
        Instant timestamp = headers.date("snap-resource-pair.6", "timestamp");
        String snapId = assertion.header("snap-id");
        return new SnapResourcePair(
                assertion, snapId, name, resourceRevision, snapRevision, provenance, developerId, timestamp);
    }

    /** Return which assertion pairs the two revisions. */
    public static AssertionRef ref(
            String snapId, String name, long resourceRevision, long snapRevision, String provenance) {
        return AssertionRef.of(
                AssertionType.SNAP_RESOURCE_PAIR,
                snapId,
                name,
                Long.toString(resourceRevision),
                Long.toString(snapRevision),
                provenance);
    }

    @Override
    public List<AssertionRef> prerequisites() {
        return List.of(AssertionRef.snapDeclaration(snapId));
    }
}
