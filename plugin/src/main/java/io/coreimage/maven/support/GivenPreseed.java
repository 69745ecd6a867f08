package io.coreimage.maven.support;

import io.coreimage.AssertionFile;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.Trust;
import io.coreimage.seed.Preseeding;
import java.io.File;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A first boot done in advance, as the user names it.
 * @param artifact the file of what it wrote
 * @param assertion the file that vouches for it
 */
public record GivenPreseed(
        @Nullable File artifact, @Nullable File assertion) {

    public GivenPreseed {
        if (artifact == null && assertion != null) {
            throw refused("its assertion alone is of no use");
        }
        if (artifact != null && assertion == null) {
            throw refused("no assertion vouches for it");
        }
        if (artifact != null && !artifact.isFile()) {
            throw refused("there is no file \"" + artifact + "\"");
        }
    }

    private static RefusedException refused(String reason) {
        return new RefusedException(
                "cannot preseed the image: " + reason,
                "A preseed is made by the device's own snapd, run as root on Linux, and so never here: make it with snap"
                        + " prepare-image --preseed, and name its files with core-image.preseed and core-image.preseedAssertion.");
    }

    /** Return it with what it is verified against, or {@code null} where none is given. */
    public @Nullable Preseeding with(Supplier<Trust> trust) {
        return artifact == null || assertion == null
                ? null
                : new Preseeding(
                        Objects.requireNonNull(GivenFile.source(artifact)),
                        AssertionFile.read(assertion.toPath()),
                        trust.get());
    }

    /** Return what tells its contents apart from others. */
    public String digest() {
        return GivenFile.digest(artifact) + " " + GivenFile.digest(assertion);
    }
}
