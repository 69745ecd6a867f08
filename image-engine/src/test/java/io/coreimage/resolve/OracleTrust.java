package io.coreimage.resolve;

import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.testkit.Foreign;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Trust in Canonical's root and the one that the oracle's worlds end at. */
public final class OracleTrust {

    private OracleTrust() {}

    /** Return the trust of a build at a time. */
    public static Trust at(Instant time) {
        return at(time, root());
    }

    /** Return the trust of a build at a time in a root of the oracle. */
    public static Trust at(Instant time, byte[] root) {
        return new Trust(TrustedRoots.production().plus(root, "the oracle's root"), KeyMoment.at(time), List.of());
    }

    /** Return the root that the oracle's worlds end at. */
    public static byte[] root() {
        return Foreign.oracleTool("assertgen").run("show-root").getBytes(StandardCharsets.UTF_8);
    }
}
