package io.coreimage.maven;

import io.coreimage.CoreImage;
import io.coreimage.SignRequest;
import io.coreimage.SignResult;
import io.coreimage.UseRequest;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.evidence.Evidence;
import io.coreimage.evidence.Sighting;
import io.coreimage.key.StoredKey;
import io.coreimage.maven.config.InlineModel;
import io.coreimage.maven.config.ModelFile;
import io.coreimage.maven.support.Assertions;
import io.coreimage.maven.support.BuildTimestamp;
import io.coreimage.maven.support.EarlierRun;
import io.coreimage.maven.support.GoalParameters;
import io.coreimage.maven.support.KeyAccess;
import io.coreimage.maven.support.LogEvents;
import io.coreimage.maven.support.PluginFiles;
import io.coreimage.maven.support.ProjectProperties;
import io.coreimage.model.ModelDraft;
import io.coreimage.model.ModelRules;
import io.coreimage.model.ModelText;
import io.coreimage.problem.RefusedException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that need a model: where it stands, what signs it, and what proves it. */
abstract class ModelMojo extends KeyMojo {

    private static final String SIGNED = "signed ";
    private static final String PROPERTY = "${";

    /**
     * The model in the POM: an element for each header, its children the items of a list or the entries of a map.
     * Example: <code>&lt;model&gt;&lt;type&gt;model&lt;/type&gt;&lt;series&gt;16&lt;/series&gt;…&lt;/model&gt;</code>
     */
    @Parameter
    private @Nullable PlexusConfiguration model;

    /** The model in a file: JSON, YAML, or a signed model. Example: <code>model.json</code> */
    @Parameter(property = "core-image.modelFile")
    private @Nullable File modelFile;

    /** The name or the id of the key that signs; not needed where there is only one. Example: <code>my-models</code> */
    @Parameter(property = "core-image.key")
    private @Nullable String key;

    /**
     * Where the assertion goes: by default <code>NAME-OF-THE-MODEL.model</code> in the build folder. Example:
     * <code>target/kiosk.model</code>
     */
    @Parameter(property = "core-image.outputFile")
    private @Nullable File outputFile;

    /**
     * The build's time, a date or seconds since 1970; without it, that of the project, else of the model. Example:
     * <code>2026-11-01T00:00:00Z</code>
     */
    @Parameter(property = "core-image.timestamp")
    private @Nullable String timestamp;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private @Nullable String outputTimestamp;

    /**
     * Files of accounts and account-keys that are trusted besides Canonical's. Example: <code>test-root.assert</code>
     */
    @Parameter(property = "core-image.trusted")
    private @Nullable List<File> trusted;

    /**
     * Files of assertions that are known, such as the account-key of the key that signs. Example:
     * <code>brand.account,brand.account-key</code>
     */
    @Parameter(property = "core-image.prerequisites")
    private @Nullable List<File> prerequisites;

    /** Only warn about headers that nobody knows and headers that stand there twice. Example: <code>true</code> */
    @Parameter(property = "core-image.lenient", defaultValue = "false")
    private boolean lenient;

    @Parameter(defaultValue = "${mojoExecution.executionId}", readonly = true)
    private String executionId = "default";

    private @Nullable LogEvents events;
    private String sentence = "";

    ModelMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** Return the file with the signed model, which is signed now if need be. */
    final Path signedModel() {
        if ((model == null) == (modelFile == null)) {
            throw new RefusedException(
                    model == null ? "cannot sign: no model is given" : "cannot sign: the model is given twice",
                    "Name a file with core-image.modelFile, or write <model> into the configuration of the POM.");
        }
        Optional<ModelFile> file = givenFile();
        return file.filter(ModelFile::isSigned).map(this::use).orElseGet(() -> sign(text(file)));
    }

    private Optional<ModelFile> givenFile() {
        return modelFile == null ? Optional.empty() : Optional.of(ModelFile.read(modelFile.toPath()));
    }

    /** Return the name of the execution. */
    final String executionId() {
        return executionId;
    }

    /** Return what the goal left when it last succeeded; nothing where it leaves nothing. */
    final Optional<EarlierRun> earlierRun(String goal) throws IOException {
        if (!world().hasProject()) {
            return Optional.empty();
        }
        Path file = world().outputFolder()
                .resolve("core-image")
                .resolve(".evidence")
                .resolve(goal + "-" + executionId);
        return Optional.of(new EarlierRun(file, sighting(), getLog()));
    }

    /** Return everything that the goal's result depends on, as it is now. */
    Sighting sighting() throws IOException {
        Sighting sighting = new Sighting();
        sighting.value("execution", executionId)
                .value("folder", world().folder().toString());
        sighting.value("output", world().outputFolder().toString());
        PluginFiles.addTo(sighting);
        new GoalParameters(this).addTo(sighting);
        Optional<ModelFile> file = modelFile == null || !modelFile.isFile() ? Optional.empty() : givenFile();
        if (file.isEmpty() || !file.get().isSigned()) {
            addProperties(file, sighting);
            addKeys(sighting);
        }
        return sighting;
    }

    /** Whoever writes a model may name properties in it. */
    private void addProperties(Optional<ModelFile> file, Sighting sighting) {
        boolean named = file.isPresent()
                ? file.get().text().contains(PROPERTY)
                : model != null && InlineModel.mentions(model, PROPERTY);
        if (named) {
            new ProjectProperties(session()).all().forEach(sighting::value);
        }
    }

    /** Say what a goal said that came to the same earlier, and warn of the same. */
    final void repeat(Evidence evidence) {
        for (String each : evidence.warnings()) {
            events().warn(each);
        }
        getLog().info(evidence.sentence());
        used(evidence.result());
    }

    /** Several executions may sign the same model, also where one of them found it signed. */
    private void used(Path signed) {
        if (modelFile == null || !modelFile.toPath().toAbsolutePath().equals(signed)) {
            Supplier<ModelDraft> mine = () -> text(givenFile()).draft(rules());
            pluginContext().putIfAbsent(SIGNED + signed, mine);
        }
    }

    /** Return what the goal said about the model. */
    final String sentence() {
        return sentence;
    }

    private ModelText text(Optional<ModelFile> file) {
        return file.map(ModelFile::model)
                .or(() -> Optional.ofNullable(model).map(InlineModel::read))
                .orElseThrow();
    }

    private Path sign(ModelText text) {
        try (KeyAccess keys = keys()) {
            StoredKey signing = keys.find(key);
            SignRequest request = new SignRequest(text, rules(), signing, prerequisites(), output());
            refuseAnother(request);
            SignResult result = engine().sign(request);
            String how = result.file() + " with key \"" + signing.name() + "\" of the "
                    + signing.place().description();
            sentence = "Model already signed: " + how;
            getLog().info(result.fresh() ? "Signed model " + how : sentence);
            return result.file();
        }
    }

    /** Several executions may sign the same model, each if no other did; but not two models into one file. */
    private void refuseAnother(SignRequest request) {
        ModelDraft draft = engine().draft(request);
        Path file = request.output().of(String.valueOf(draft.headers().text("model")));
        Supplier<ModelDraft> mine = () -> draft;
        Object earlier = pluginContext().putIfAbsent(SIGNED + file.toAbsolutePath(), mine);
        if (earlier instanceof Supplier<?> drafter && !draft.equals(drafter.get())) {
            throw new RefusedException(
                    "cannot sign a model into \"" + file
                            + "\": another execution of this build signs another one there",
                    "Give the two models different names, or one of the executions an outputFile.");
        }
    }

    /** Take a model that is signed already; goals that prove it later need not do so here. */
    Path use(ModelFile file) {
        Assertion signed = engine().use(new UseRequest(file.file(), roots(), prerequisites(), buildTime()));
        sentence = "Using signed model " + file.file() + ", key " + signed.signKey();
        getLog().info(sentence);
        return file.file();
    }

    /** Return the engine, which tells Maven's log what happens. */
    final CoreImage engine() {
        return new CoreImage(events());
    }

    /** Return who tells Maven's log and whoever sits before it what happens. */
    final LogEvents events() {
        if (events == null) {
            Log log = getLog();
            events = new LogEvents(
                    log, log.isInfoEnabled() ? world().progressLine().orElse(null) : null);
        }
        return events;
    }

    /** Return the build's time, if the user or the project gives one. */
    final Optional<Instant> buildTime() {
        return BuildTimestamp.of(timestamp, outputTimestamp);
    }

    /** Return the files of roots that are trusted besides Canonical's. */
    final List<File> furtherRoots() {
        return trusted == null ? List.of() : trusted;
    }

    /** Return where every chain of signatures has to end. */
    final TrustedRoots roots() {
        return Assertions.roots(trusted);
    }

    /** Return the assertions at hand. */
    final List<Assertion> prerequisites() {
        return Assertions.of(prerequisites);
    }

    private ModelRules rules() {
        return new ModelRules(lenient, buildTime(), new ProjectProperties(session()).all());
    }

    private SignRequest.Output output() {
        return new SignRequest.Output(
                world().outputFolder(), Optional.ofNullable(outputFile).map(File::toPath));
    }
}
