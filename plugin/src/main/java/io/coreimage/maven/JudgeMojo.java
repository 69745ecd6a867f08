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

/** What the goals that look at assertions have in common: which, whom to trust, and when. */
abstract class JudgeMojo extends CoreImageMojo {

    /** The file with the assertion, or with a stream of them. */
    @Parameter(property = "core-image.assertionFile", required = true)
    private File assertionFile;

    /** Files of accounts and account-keys that are trusted besides Canonical's. */
    @Parameter(property = "core-image.trusted")
    private @Nullable List<File> trusted;

    /** Files of assertions that may prove it, such as the account and the account-key of who signed. */
    @Parameter(property = "core-image.prerequisites")
    private @Nullable List<File> prerequisites;

    /** When the signing keys must be valid: a date or seconds since 1970; today where nothing is said. */
    @Parameter(property = "core-image.timestamp")
    private @Nullable String timestamp;

    @Override
    final void run() {
        Instant moment = BuildTimestamp.of(timestamp, null).orElseGet(Instant::now);
        judge(
                new CoreImage(new LogEvents(getLog())),
                new JudgeRequest(
                        AssertionFile.read(assertionFile.toPath()),
                        Assertions.roots(trusted),
                        Assertions.of(prerequisites),
                        KeyMoment.at(moment)));
    }

    /** Have them judged, and tell what came out. */
    abstract void judge(CoreImage engine, JudgeRequest request);
}
