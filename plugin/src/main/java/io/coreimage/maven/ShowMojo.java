package io.coreimage.maven;

import io.coreimage.InputFile;
import io.coreimage.assertion.Verdict;
import io.coreimage.maven.support.SnapListReport;
import io.coreimage.maven.support.Terminal;
import io.coreimage.maven.support.VerdictReport;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.InstalledSnap;
import io.coreimage.resolve.KeptChoice;
import io.coreimage.resolve.SeedManifest;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the assertions of a file, with who signed them and whether they can be trusted; or the snaps of a lock or a
 * manifest, as <code>snap list</code> will show them on the device. Without a file it shows the lock of the project, else
 * the one that its last build used.
 * Example: <code>mvn core-image:show -Dcore-image.assertionFile=my-pi3.model</code>
 */
@Mojo(name = "show", requiresProject = false, threadSafe = true)
public class ShowMojo extends JudgeMojo {

    private static final int LONGEST = 1;

    /** The file with the assertion, or with a stream of them. Example: <code>target/kiosk.model</code> */
    @Parameter(property = "core-image.assertionFile")
    private @Nullable File assertionFile;

    /** A lock, with its assertions beside it. Example: <code>core-image.lock</code> */
    @Parameter(property = "core-image.lockFile")
    private @Nullable File lockFile;

    /** A <code>seed.manifest</code> or <code>snaps.manifest</code>. Example: <code>target/core-image/seed.manifest</code> */
    @Parameter(property = "core-image.manifestFile")
    private @Nullable File manifestFile;

    /** Print JSON. Example: <code>true</code> */
    @Parameter(property = "core-image.json", defaultValue = "false")
    private boolean json;

    @Override
    void run() {
        if (assertionFile != null) {
            List<Verdict> verdicts = engine().judge(request(assertionFile));
            Terminal.print(json ? VerdictReport.json(verdicts) : VerdictReport.text(verdicts));
        } else {
            List<InstalledSnap> snaps = manifestFile == null
                    ? InstalledSnap.of(KeptChoice.read(lock()))
                    : InstalledSnap.of(manifest(manifestFile.toPath()));
            Terminal.print(json ? SnapListReport.json(snaps) : SnapListReport.text(snaps, Charset.defaultCharset()));
        }
    }

    private Path lock() {
        if (lockFile != null) {
            return lockFile.toPath();
        }
        Path folder = world().folder();
        Path used = world().outputFolder().resolve("core-image");
        return Stream.of(folder.resolve("core-image.lock"), used.resolve("core-image.lock"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(
                                "cannot show anything: no file is named, and there is no lock in \"" + folder + "\"",
                                "Name one with -Dcore-image.assertionFile, -Dcore-image.lockFile or -Dcore-image.manifestFile."));
    }

    private static SeedManifest manifest(Path file) {
        String text = new String(InputFile.read(file, LONGEST), StandardCharsets.UTF_8);
        return SeedManifest.read(text, String.valueOf(file.getFileName()));
    }
}
