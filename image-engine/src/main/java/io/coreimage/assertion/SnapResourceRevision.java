package io.coreimage.assertion;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import java.time.Instant;
import java.util.List;

/**
 * Which revision of which resource of a snap (a component) a file is.
 * @param assertion what was read
 * @param snapId the snap
 * @param name the resource's name
 * @param digest the digest of its file
 * @param provenance where the revision came from
 * @param size the size of its file
 * @param revision the revision's number
 * @param developerId who made it
 * @param integrity how its blocks can be checked, in every way that is offered
 * @param timestamp when this was said
 */
public record SnapResourceRevision(
        Assertion assertion,
        String snapId,
        String name,
        Digest digest,
        String provenance,
        Size size,
        long revision,
        String developerId,
        List<IntegrityData> integrity,
        Instant timestamp)
        implements TypedAssertion {

    public SnapResourceRevision {
        integrity = List.copyOf(integrity);
    }

    /** Read a snap-resource-revision. */
    public static SnapResourceRevision of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.SNAP_RESOURCE_REVISION);
        String name =
                headers.matching("snap-resource-revision.1", "resource-name", Names::isSnapName, "name for a resource");
        Digest digest = headers.digest("snap-resource-revision.2", "resource-sha3-384");
        String provenance = Provenance.read("snap-resource-revision.3", headers);
        Size size = headers.size("snap-resource-revision.4", "resource-size");
        long revision = headers.positive("snap-resource-revision.5", "resource-revision");
        String developerId = headers.nonEmpty("snap-resource-revision.6", "developer-id");
        Instant timestamp = headers.date("snap-resource-revision.7", "timestamp");
        List<IntegrityData> integrity = IntegrityData.readAll(headers);
        String snapId = assertion.header("snap-id");
        return new SnapResourceRevision(
                assertion, snapId, name, digest, provenance, size, revision, developerId, integrity, timestamp);
    }

    /** Return which assertion says what a component's file with that digest is. */
    public static AssertionRef ref(String snapId, String name, Digest digest, String provenance) {
        return AssertionRef.of(AssertionType.SNAP_RESOURCE_REVISION, snapId, name, digest.base64Url(), provenance);
    }

    @Override
    public List<AssertionRef> prerequisites() {
        return List.of(AssertionRef.snapDeclaration(snapId), AssertionRef.account(developerId));
    }
}
