package io.coreimage.maven;

import io.coreimage.AssembleRequest;
import io.coreimage.AssembleResult;
import io.coreimage.assemble.ImageOptions;
import io.coreimage.assemble.ImageSizes;
import io.coreimage.assemble.InputDigest;
import io.coreimage.delivery.OutputFormat;
import io.coreimage.disk.SectorSize;
import io.coreimage.evidence.Evidence;
import io.coreimage.evidence.Findings;
import io.coreimage.maven.support.AttachedFormats;
import io.coreimage.maven.support.BuildFacts;
import io.coreimage.maven.support.EarlierRun;
import io.coreimage.maven.support.GivenFile;
import io.coreimage.maven.support.GivenPreseed;
import io.coreimage.maven.support.ImageArtifacts;
import io.coreimage.resolve.Customization;
import io.coreimage.seed.SystemLabel;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Builds the image of each volume with <code>seed.manifest</code> and <code>snaps.manifest</code>, and attaches them to the
 * project. Signs the model and fetches the snaps where nothing before it did. Nothing is done where an earlier build left
 * exactly the same.
 * Example: <code>mvn core-image:assemble -Dcore-image.modelFile=my-model.json</code>
 */
@Mojo(name = "assemble", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public class AssembleMojo extends ImageMojo {

    private static final String FACTORY = "factory";

    private final MavenProjectHelper projectHelper;

    /**
     * How large images are: <code>4G</code> for all volumes, or <code>pc:4G,data:8G</code>; as needed by default.
     * Example: <code>pc:4G,data:8G</code>
     */
    @Parameter(property = "core-image.imageSize", defaultValue = "")
    private String imageSize = "";

    /** The sector size of the disk: 512 or 4096. Example: <code>4096</code> */
    @Parameter(property = "core-image.sectorSize", defaultValue = "512")
    private long sectorSize;

    /**
     * The name of the recovery system of UC20 and later; by default the day of the build's timestamp. Example:
     * <code>20261101</code>
     */
    @Parameter(property = "core-image.label")
    private @Nullable String label;

    /** A file that becomes <code>.disk/info</code>. Example: <code>src/main/core-image/disk-info.txt</code> */
    @Parameter(property = "core-image.diskInfo")
    private @Nullable File diskInfo;

    /** User data for cloud-init, for UC16 and UC18. Example: <code>src/main/core-image/user-data.yaml</code> */
    @Parameter(property = "core-image.cloudInit")
    private @Nullable File cloudInit;

    /** Leave the setup on the console out, for UC16 and UC18. Example: <code>true</code> */
    @Parameter(property = "core-image.disableConsoleConf", defaultValue = "false")
    private boolean disableConsoleConf;

    /** Set the boot flag of images that are installed in a factory, for UC20 and later. Example: <code>true</code> */
    @Parameter(property = "core-image.factoryImage", defaultValue = "false")
    private boolean factoryImage;

    /**
     * The first boot of UC20 and later done in advance: a <code>preseed.tgz</code> that <code>snap prepare-image
     * --preseed</code> made with exactly the snaps of this image. It is verified and placed; it cannot be made here,
     * because only the device's own snapd can, run as root.
     * Example: <code>preseed.tgz</code>
     */
    @Parameter(property = "core-image.preseed")
    private @Nullable File preseed;

    /**
     * The assertion that vouches for the <code>preseed</code>, with the keys that signed it.
     * Example: <code>preseed.assert</code>
     */
    @Parameter(property = "core-image.preseedAssertion")
    private @Nullable File preseedAssertion;

    /**
     * The name of the image instead of the volume's; with several volumes it stands in front of that. Example:
     * <code>kiosk-${project.version}</code>
     */
    @Parameter(property = "core-image.finalName")
    private @Nullable String finalName;

    /**
     * What is made of each image, the main artifact first: <code>img</code>, <code>img.xz</code>, <code>img.zst</code>,
     * <code>img.gz</code>, <code>qcow2</code>, <code>bmap</code> and <code>SHA256SUMS</code>. The raw image is what is
     * written to a disk, and takes the least time to make; but install and deploy copy all of it, holes as zeros, so
     * that a release is better made of a compressed one.
     * Example: <code>img.xz,bmap,SHA256SUMS</code>
     */
    @Parameter(property = "core-image.formats", defaultValue = "img")
    private List<String> formats;

    /**
     * Which formats become artifacts of the project: <code>all</code>, <code>none</code>, or some of those that are made.
     * Others stay in the output folder. With packaging <code>core-image</code> the first image among them is the main
     * artifact, which install and deploy need.
     * Example: <code>img.xz,bmap</code>
     */
    @Parameter(property = "core-image.attach", defaultValue = "all")
    private List<String> attach;

    /**
     * Make the records of a release too: the bill of materials (CycloneDX, <code>cdx.json</code>) and the build record
     * (<code>buildinfo</code>), both attached. Example: <code>false</code>
     */
    @Parameter(property = "core-image.records", defaultValue = "true")
    private boolean records;

    /** Print what would be written where, and stop. Example: <code>true</code> */
    @Parameter(property = "core-image.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Inject
    public AssembleMojo(SettingsDecrypter decrypter, RepositorySystem repositories, MavenProjectHelper projectHelper) {
        super(decrypter, repositories);
        this.projectHelper = projectHelper;
    }

    @Override
    void work() throws IOException {
        if (!furtherRoots().isEmpty()) {
            getLog().warn("This build trusts further roots, in " + furtherRoots()
                    + ": only devices that trust them too accept its images");
        }
        Optional<EarlierRun> earlier = isChosen() && !dryRun ? earlierRun("assemble") : Optional.empty();
        Optional<AssembleResult> left = earlier.isPresent() ? left(earlier.get()) : Optional.empty();
        List<OutputFormat> made = OutputFormat.parse(formats);
        AssembleResult result = left.isPresent() ? left.get() : assembled(made, earlier);
        if (result.fresh()) {
            result.table().forEach(getLog()::info);
        } else {
            getLog().info("Nothing changed: the images in " + places().outputFolder() + " are up to date");
        }
        if (world().hasProject() && !dryRun) {
            artifacts().attach(result.files(), AttachedFormats.of(attach, made));
            artifacts().attach("model", "", modelPath().toFile());
            artifacts().attach("lock", "", places().lockOfBuild().toFile());
        }
    }

    /** Return what an earlier build left, if everything that it saw is as it was. */
    private Optional<AssembleResult> left(EarlierRun earlier) throws IOException {
        Optional<Evidence> evidence = earlier.holding();
        Optional<AssembleResult> left =
                evidence.isPresent() ? AssembleResult.leftIn(places().outputFolder()) : Optional.empty();
        if (left.isPresent()) {
            takeUnchanged(evidence.orElseThrow());
        }
        return left;
    }

    private AssembleResult assembled(List<OutputFormat> made, Optional<EarlierRun> earlier) throws IOException {
        if (earlier.isPresent()) {
            earlier.get().begin();
        }
        AssembleResult result = engine().assemble(imageRequest(made));
        if (earlier.isPresent()) {
            earlier.get().succeeded(outcome());
        }
        return result;
    }

    private Findings.Outcome outcome() {
        return new Findings.Outcome(
                modelPath(),
                List.of(modelPath(), AssembleResult.stampOf(places().outputFolder())),
                List.of(),
                Optional.empty(),
                "",
                List.of());
    }

    private AssembleRequest imageRequest(List<OutputFormat> made) throws IOException {
        AssembleRequest.Output output = new AssembleRequest.Output(
                places().outputFolder(),
                Optional.ofNullable(finalName),
                made,
                Runtime.getRuntime().availableProcessors(),
                records ? Optional.of(BuildFacts.of(world())) : Optional.empty());
        return new AssembleRequest(allInputs(made), this::choose, options(), output, dryRun);
    }

    /** What the choice depends on, and what only the images depend on. */
    private InputDigest allInputs(List<OutputFormat> made) throws IOException {
        return new InputDigest()
                .addAll(inputs())
                .add("time", imageTime())
                .add("image size", imageSize)
                .add("sector size", sectorSize)
                .add("label", label)
                .add("disk info", GivenFile.digest(diskInfo))
                .add("cloud-init", GivenFile.digest(cloudInit))
                .add("console-conf", disableConsoleConf)
                .add("factory", factoryImage)
                .add("preseed", givenPreseed().digest())
                .add("final name", finalName)
                .add("formats", made)
                .add("records", records);
    }

    private ImageOptions options() {
        return new ImageOptions(
                imageTime(),
                SectorSize.of(sectorSize),
                ImageSizes.parse(imageSize),
                label == null ? null : new SystemLabel(label),
                GivenFile.source(diskInfo),
                new io.coreimage.bootloader.Customization(disableConsoleConf, GivenFile.source(cloudInit), bootFlags()),
                givenPreseed().with(this::trust));
    }

    private GivenPreseed givenPreseed() {
        return new GivenPreseed(preseed, preseedAssertion);
    }

    @Override
    Customization customization() {
        return new Customization(disableConsoleConf, cloudInit != null, bootFlags(), preseed != null);
    }

    private List<String> bootFlags() {
        return factoryImage ? List.of(FACTORY) : List.of();
    }

    private ImageArtifacts artifacts() {
        return new ImageArtifacts(session().getCurrentProject(), projectHelper, places());
    }
}
