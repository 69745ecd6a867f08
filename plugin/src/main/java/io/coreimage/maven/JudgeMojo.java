package io.coreimage.maven;

import io.coreimage.AssertionFile;
import io.coreimage.CoreImage;
import io.coreimage.JudgeRequest;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.maven.support.Assertions;
import io.coreimage.maven.support.BuildTimestamp;
import io.coreimage.maven.support.LogEvents;
import java.io.File;
import java.time.Instant;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that look at assertions have in common: whom to trust, and when. */
abstract class JudgeMojo extends CoreImageMojo {

    /**
     * Files of accounts and account-keys that are trusted besides Canonical's. Example: <code>test-root.assert</code>
     */
    @Parameter(property = "core-image.trusted")
    private @Nullable List<File> trusted;

    /**
     * Files of assertions that may prove it, such as the account and the account-key of who signed. Example:
     * <code>brand.account,brand.account-key</code>
     */
    @Parameter(property = "core-image.prerequisites")
    private @Nullable List<File> prerequisites;

    /**
     * When the signing keys must be valid: a date or seconds since 1970; today where nothing is said. Example:
     * <code>2026-11-01T00:00:00Z</code>
     */
    @Parameter(property = "core-image.timestamp")
    private @Nullable String timestamp;

    /** Return the request to judge the assertions of a file. */
    final JudgeRequest request(File assertions) {
        Instant moment = BuildTimestamp.of(timestamp, null).orElseGet(Instant::now);
        return new JudgeRequest(
                AssertionFile.read(assertions.toPath()),
                Assertions.roots(trusted),
                Assertions.of(prerequisites),
                KeyMoment.at(moment));
    }

    /** Return the engine, which tells Maven's log what happens. */
    final CoreImage engine() {
        return new CoreImage(new LogEvents(getLog(), null));
    }
}
