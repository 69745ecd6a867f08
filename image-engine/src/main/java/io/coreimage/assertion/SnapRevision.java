package io.coreimage.assertion;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import java.time.Instant;
import java.util.List;

/**
 * Which revision of which snap a file is.
 * @param assertion what was read
 * @param digest the digest of the snap's file
 * @param provenance where the revision came from
 * @param snapId the snap
 * @param size the size of the snap's file
 * @param revision the revision's number
 * @param developerId who made it
 * @param integrity how its blocks can be checked, in every way that is offered
 * @param timestamp when this was said
 */
public record SnapRevision(
        Assertion assertion,
        Digest digest,
        String provenance,
        String snapId,
        Size size,
        long revision,
        String developerId,
        List<IntegrityData> integrity,
        Instant timestamp)
        implements TypedAssertion {

    public SnapRevision {
        integrity = List.copyOf(integrity);
    }

    /** Read a snap-revision. */
    public static SnapRevision of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.SNAP_REVISION);
        Digest digest = headers.digest("snap-revision.1", "snap-sha3-384");
        String provenance = Provenance.read("snap-revision.2", headers);
        String snapId = headers.nonEmpty("snap-revision.3", "snap-id");
        Size size = headers.size("snap-revision.4", "snap-size");
        long revision = headers.positive("snap-revision.5", "snap-revision");
        String developerId = headers.nonEmpty("snap-revision.6", "developer-id");
        Instant timestamp = headers.date("snap-revision.7", "timestamp");
        List<IntegrityData> integrity = IntegrityData.readAll(headers);
        return new SnapRevision(
                assertion, digest, provenance, snapId, size, revision, developerId, integrity, timestamp);
    }

    /** Return which assertion says what a file with that digest is. */
    public static AssertionRef ref(Digest digest, String provenance) {
        return AssertionRef.of(AssertionType.SNAP_REVISION, digest.base64Url(), provenance);
    }

    @Override
    public List<AssertionRef> prerequisites() {
        return List.of(AssertionRef.snapDeclaration(snapId), AssertionRef.account(developerId));
    }
}
