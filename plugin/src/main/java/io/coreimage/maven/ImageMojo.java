package io.coreimage.maven;

import io.coreimage.AssertionFile;
import io.coreimage.FetchRequest;
import io.coreimage.Fetched;
import io.coreimage.assemble.InputDigest;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.Model;
import io.coreimage.evidence.Evidence;
import io.coreimage.evidence.Sighting;
import io.coreimage.maven.config.ModelFile;
import io.coreimage.maven.config.SnapElement;
import io.coreimage.maven.support.ChoiceInputs;
import io.coreimage.maven.support.ImageExecutions;
import io.coreimage.maven.support.ImagePlaces;
import io.coreimage.maven.support.WishReader;
import io.coreimage.maven.support.WishTexts;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.Customization;
import io.coreimage.resolve.KeptChoice;
import io.coreimage.resolve.SnapsFolder;
import io.coreimage.resolve.Trust;
import io.coreimage.resolve.Wishes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that choose the snaps of an image. Whatever they open is closed at their end. */
abstract class ImageMojo extends SourceMojo {

    private static final String SNAP = ".snap";

    /**
     * The lock to obey or to write; by default <code>core-image.lock</code> beside the POM. Example:
     * <code>locks/kiosk.lock</code>
     */
    @Parameter(property = "core-image.lockFile")
    private @Nullable File lockFile;

    /** Refuse to build without a lock; for releases. Example: <code>true</code> */
    @Parameter(property = "core-image.requireLock", defaultValue = "false")
    private boolean requireLock;

    /** The channel of every snap that gets none of its own. Example: <code>latest/candidate</code> */
    @Parameter(property = "core-image.channel")
    private @Nullable String channel;

    /**
     * Snaps by <code>name</code>, <code>name=channel</code>, <code>path.snap</code> or <code>path.snap=channel</code>;
     * in a POM also with the elements <code>name</code>, <code>file</code>, <code>artifact</code>, <code>channel</code>
     * and <code>floating</code>. Example: <code>hello=latest/edge,target/my-app_1.0_amd64.snap</code>
     */
    @Parameter(property = "core-image.snaps")
    private @Nullable List<SnapElement> snaps;

    /**
     * Components by <code>snap+component</code>, or files that end in <code>.comp</code>. Example:
     * <code>pc-kernel+wifi,my-app+models.comp</code>
     */
    @Parameter(property = "core-image.components")
    private @Nullable List<String> components;

    /**
     * The only revisions that are allowed, as <code>name:42</code>, or files like <code>seed.manifest</code>. Example:
     * <code>hello:42,target/core-image/seed.manifest</code>
     */
    @Parameter(property = "core-image.revisions")
    private @Nullable List<String> revisions;

    /**
     * The editions of validation sets, as <code>set:3</code> or <code>account/set:3</code>. Example:
     * <code>my-set:3</code>
     */
    @Parameter(property = "core-image.sequences")
    private @Nullable List<String> sequences;

    /**
     * Whether the model's validation sets are kept: <code>enforce</code> or <code>ignore</code>. Example:
     * <code>ignore</code>
     */
    @Parameter(property = "core-image.validation", defaultValue = "enforce")
    private String validation;

    /** The architecture that the model has to have. Example: <code>arm64</code> */
    @Parameter(property = "core-image.architecture")
    private @Nullable String architecture;

    /**
     * A folder where files named <code>NAME_*.snap</code> stand in for snaps of the store. Example:
     * <code>src/main/core-image/snaps</code>
     */
    @Parameter(property = "core-image.snapsDirectory")
    private @Nullable File snapsDirectory;

    /** Files of further assertions for the image. Example: <code>auto-import.assert</code> */
    @Parameter(property = "core-image.assertions")
    private @Nullable List<File> assertions;

    /** Only warn if snapd is newer than what the kernel's initramfs understands. Example: <code>true</code> */
    @Parameter(property = "core-image.allowSnapdKernelMismatch", defaultValue = "false")
    private boolean allowSnapdKernelMismatch;

    /**
     * Where results go; by default <code>target/core-image</code>, without a project the current folder. Example:
     * <code>target/images</code>
     */
    @Parameter(property = "core-image.outputDirectory")
    private @Nullable File outputDirectory;

    private @Nullable Path modelPath;
    private @Nullable Fetched fetched;

    ImageMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    final void run() throws IOException {
        new ImageExecutions(world()).refuseTwins();
        try {
            work();
        } finally {
            events().close();
            fetched = null;
            closeDoors();
        }
    }

    @Override
    final Path use(ModelFile file) {
        return file.file();
    }

    /** Do the goal's work. */
    abstract void work() throws IOException;

    /** Return what the user wants changed besides snaps; only goals that build images let him. */
    Customization customization() {
        return Customization.NONE;
    }

    /** Return the snaps and assertions of the image: by the lock, or chosen once in this build. */
    final Choice choose() throws IOException {
        return fetched().choice();
    }

    /** Return the choice with the lock that keeps it. */
    final Fetched fetched() throws IOException {
        if (fetched == null) {
            fetched = engine().fetch(request());
            pluginContext().put(places().usedLock().toString(), true);
        }
        return fetched;
    }

    @Override
    final Sighting sighting() throws IOException {
        Path lock = places().lockOfBuild();
        Sighting sighting = super.sighting()
                .value("locked", String.valueOf(places().isLocked()))
                .value("cache", doors().cacheFolder().toString())
                .value("cohort", cohort().orElse(""))
                .file(lock)
                .file(KeptChoice.assertionsOf(lock))
                .folder(places().snapsFolder(), SNAP);
        if (isGiven(snaps) || isGiven(components) || isGiven(revisions)) {
            addLocalFiles(sighting);
        }
        return sighting;
    }

    private static boolean isGiven(@Nullable List<?> values) {
        return values != null && !values.isEmpty();
    }

    private void addLocalFiles(Sighting sighting) {
        ChoiceInputs.filesOf(wishes())
                .forEach(each -> sighting.value("origin", each.origin())
                        .value("floating", String.valueOf(each.floating()))
                        .file(each.path()));
        WishReader.manifests(revisions)
                .forEach(each -> sighting.file(world().folder().resolve(each)));
    }

    /** Return whether the store is not asked what to take: by a lock, or because this build has asked before. */
    final boolean isChosen() {
        return places().isLocked()
                || pluginContext().containsKey(places().usedLock().toString());
    }

    /** Take the choice as made, where nothing has changed since it was. */
    final void takeUnchanged(Evidence evidence) {
        modelPath = evidence.result();
        pluginContext().put(places().usedLock().toString(), true);
    }

    /** Return whether the files of the cache that a goal relied on are there and untouched. */
    final boolean isInCache(Evidence evidence) {
        return doors().cache().hasUntouched(evidence.blobs());
    }

    /** Return the digest over the contents of all that the choice depends on, and of nothing else. */
    final InputDigest inputs() throws IOException {
        if (!places().isLocked()) {
            choose();
        }
        Wishes all = new SnapsFolder(places().snapsFolder()).addTo(model(), wishes());
        return new ChoiceInputs(modelPath(), places().lockOfBuild(), all, roots()).digest();
    }

    /** Return the request that the parameters make. */
    final FetchRequest request() {
        Model model = model();
        Trust trust = trust();
        boolean again = pluginContext().containsKey(places().usedLock().toString());
        return new FetchRequest(
                model,
                wishes(),
                places().snapsFolder(),
                () -> doors().store(model, trust),
                mirror(),
                doors().cache(),
                trust,
                new FetchRequest.LockUse(places().committedLock(), places().usedLock(), requireLock, bundled(), again));
    }

    /** Return what everything is verified against. */
    final Trust trust() {
        return new Trust(roots(), new KeyMoment(imageTime(), Optional.of(Instant.now())), prerequisites());
    }

    /** Return the model, which is signed now if need be. */
    final Model model() {
        Assertion signed = AssertionFile.read(modelPath()).get(0);
        return Model.of(signed);
    }

    /** Return the file of the signed model. */
    final Path modelPath() {
        if (modelPath == null) {
            modelPath = signedModel();
        }
        return modelPath;
    }

    /** Return the time of all files of the image: the build's, else the model's. */
    final Instant imageTime() {
        return buildTime().orElseGet(() -> model().timestamp());
    }

    private Wishes wishes() {
        WishTexts texts = new WishTexts(
                channel,
                cohort().orElse(null),
                snaps,
                components,
                revisions,
                sequences,
                validation,
                architecture,
                assertions,
                allowSnapdKernelMismatch);
        return new WishReader(world().folder(), snapArtifacts()).read(texts, customization());
    }

    private Optional<String> cohort() {
        return world().environment("UBUNTU_STORE_COHORT_KEY");
    }

    /** Return where the image's files are. */
    final ImagePlaces places() {
        return new ImagePlaces(world(), executionId(), outputDirectory, lockFile, snapsDirectory);
    }
}
