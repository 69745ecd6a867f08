package io.coreimage.assertion;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import java.time.Instant;

/**
 * The word of a developer that a snap was built.
 * @param assertion what was read
 * @param digest the digest of the snap's file
 * @param snapId the snap
 * @param grade {@code stable} or {@code devel}
 * @param size the size of the snap's file
 * @param timestamp when this was said
 */
public record SnapBuild(Assertion assertion, Digest digest, String snapId, String grade, Size size, Instant timestamp)
        implements TypedAssertion {

    /** Read a snap-build. */
    public static SnapBuild of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.SNAP_BUILD);
        Digest digest = headers.digest("snap-build.1", "snap-sha3-384");
        String snapId = headers.nonEmpty("snap-build.2", "snap-id");
        String grade = headers.nonEmpty("snap-build.3", "grade");
        Size size = headers.size("snap-build.4", "snap-size");
        Instant timestamp = headers.date("snap-build.5", "timestamp");
        return new SnapBuild(assertion, digest, snapId, grade, size, timestamp);
    }
}
