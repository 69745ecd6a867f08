package io.coreimage.maven;

import io.coreimage.PackRequest;
import io.coreimage.maven.support.Attachments;
import io.coreimage.maven.support.BuildTimestamp;
import io.coreimage.squashfs.Compression;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Packs a folder with {@code meta/snap.yaml} as a snap, or one with {@code meta/component.yaml} as a component, after the checks of {@code snap pack}, and attaches it to the
 * project as artifact of type {@code snap} or {@code comp}. The same files give the same bytes, whoever packs them.
 * Example: <code>mvn core-image:pack -Dcore-image.snapDirectory=gadget</code>
 */
@Mojo(name = "pack", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public class PackMojo extends CoreImageMojo {

    private final MavenProjectHelper projectHelper;

    /** The folder that becomes the root of the snap. Example: <code>src/main/gadget</code> */
    @Parameter(property = "core-image.snapDirectory", defaultValue = "${basedir}/src/main/snap", required = true)
    private File snapDirectory;

    /**
     * The snap; without it {@code <name>_<version>_<architecture>.snap} in the build's output folder. Example:
     * <code>target/gadget.snap</code>
     */
    @Parameter(property = "core-image.outputFile")
    private @Nullable File outputFile;

    /** How the snap is compressed: {@code xz}, {@code zstd} or {@code gzip}. Example: <code>zstd</code> */
    @Parameter(property = "core-image.compression", defaultValue = "xz")
    private String compression;

    /**
     * The time of every file in the snap, a date or seconds since 1970; without it, that of the project, else 1970.
     * Example: <code>2026-11-01T00:00:00Z</code>
     */
    @Parameter(property = "core-image.timestamp")
    private @Nullable String timestamp;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private @Nullable String outputTimestamp;

    /**
     * The classifier of the attached artifact, where a project packs more than one snap. Example: <code>gadget</code>
     */
    @Parameter
    private @Nullable String classifier;

    @Inject
    public PackMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    void run() throws IOException {
        PackRequest request = new PackRequest(
                snapDirectory.toPath(),
                BuildTimestamp.of(timestamp, outputTimestamp).orElse(Instant.EPOCH),
                Compression.writable(compression),
                Runtime.getRuntime().availableProcessors());
        PackRequest.Packed packed =
                outputFile == null ? request.packInto(world().outputFolder()) : request.packAs(outputFile.toPath());
        getLog().info(
                        packed.fresh()
                                ? "Packed " + packed.packing().title() + " as " + packed.file()
                                : "Nothing changed: " + packed.file() + " is up to date");
        attach(packed);
    }

    private void attach(PackRequest.Packed packed) {
        if (world().hasProject()) {
            new Attachments(session().getCurrentProject(), projectHelper)
                    .attach(
                            packed.packing().extension(),
                            Objects.requireNonNullElse(classifier, ""),
                            packed.file().toFile());
        }
    }
}
