package io.coreimage.maven;

import io.coreimage.CoreImage;
import io.coreimage.SignRequest;
import io.coreimage.SignResult;
import io.coreimage.UseRequest;
import io.coreimage.assertion.Assertion;
import io.coreimage.key.StoredKey;
import io.coreimage.maven.config.InlineModel;
import io.coreimage.maven.config.ModelFile;
import io.coreimage.maven.support.Assertions;
import io.coreimage.maven.support.BuildTimestamp;
import io.coreimage.maven.support.KeyAccess;
import io.coreimage.maven.support.LogEvents;
import io.coreimage.maven.support.ProjectProperties;
import io.coreimage.model.ModelRules;
import io.coreimage.model.ModelText;
import io.coreimage.problem.RefusedException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Signs a model that stands in a file or in the POM, and attaches the assertion to the project. A model that is signed
 * already is checked and attached as it is. Nothing is done where the output says the same already.
 */
@Mojo(name = "sign", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class SignMojo extends KeyMojo {

    private final MavenProjectHelper projectHelper;

    /** The model in the POM: an element for each header, its children the items of a list or the entries of a map. */
    @Parameter
    private @Nullable PlexusConfiguration model;

    /** The model in a file: JSON, YAML, or a signed model. */
    @Parameter(property = "core-image.modelFile")
    private @Nullable File modelFile;

    /** The name or the id of the key that signs; not needed where there is only one. */
    @Parameter(property = "core-image.key")
    private @Nullable String key;

    /** Where the assertion goes: by default <code>NAME-OF-THE-MODEL.model</code> in the build folder. */
    @Parameter(property = "core-image.outputFile")
    private @Nullable File outputFile;

    /** The build's time, a date or seconds since 1970; without it, that of the project, else of the model. */
    @Parameter(property = "core-image.timestamp")
    private @Nullable String timestamp;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private @Nullable String outputTimestamp;

    /** Files of accounts and account-keys that are trusted besides Canonical's. */
    @Parameter(property = "core-image.trusted")
    private @Nullable List<File> trusted;

    /** Files of assertions that are known, such as the account-key of the key that signs. */
    @Parameter(property = "core-image.prerequisites")
    private @Nullable List<File> prerequisites;

    /** Only warn about headers that nobody knows and headers that stand there twice. */
    @Parameter(property = "core-image.lenient", defaultValue = "false")
    private boolean lenient;

    /** The classifier of the attached artifact, where a project signs more than one model. */
    @Parameter
    private @Nullable String classifier;

    @Inject
    public SignMojo(SettingsDecrypter decrypter, MavenProjectHelper projectHelper) {
        super(decrypter);
        this.projectHelper = projectHelper;
    }

    @Override
    void run() {
        if ((model == null) == (modelFile == null)) {
            throw new RefusedException(
                    model == null ? "cannot sign: no model is given" : "cannot sign: the model is given twice",
                    "Name a file with core-image.modelFile, or write <model> into the configuration of the POM.");
        }
        Optional<ModelFile> file =
                Optional.ofNullable(modelFile).map(File::toPath).map(ModelFile::read);
        attach(file.filter(ModelFile::isSigned).map(this::use).orElseGet(() -> sign(text(file))));
    }

    private ModelText text(Optional<ModelFile> file) {
        return file.map(ModelFile::model)
                .or(() -> Optional.ofNullable(model).map(InlineModel::read))
                .orElseThrow();
    }

    private Path sign(ModelText text) {
        try (KeyAccess keys = keys()) {
            StoredKey signing = keys.find(key);
            SignResult result = new CoreImage(new LogEvents(getLog()))
                    .sign(new SignRequest(text, rules(), signing, Assertions.of(prerequisites), output()));
            getLog().info((result.fresh() ? "Signed model " : "Model already signed: ") + result.file() + " with key \""
                    + signing.name() + "\" of the " + signing.place().description());
            return result.file();
        }
    }

    private Path use(ModelFile file) {
        Assertion signed = new CoreImage(new LogEvents(getLog()))
                .use(new UseRequest(
                        file.file(),
                        Assertions.roots(trusted),
                        Assertions.of(prerequisites),
                        BuildTimestamp.of(timestamp, outputTimestamp)));
        getLog().info("Using signed model " + file.file() + ", key " + signed.signKey());
        return file.file();
    }

    private ModelRules rules() {
        return new ModelRules(
                lenient, BuildTimestamp.of(timestamp, outputTimestamp), new ProjectProperties(session()).all());
    }

    private SignRequest.Output output() {
        return new SignRequest.Output(
                world().outputFolder(), Optional.ofNullable(outputFile).map(File::toPath));
    }

    private void attach(Path file) {
        if (world().hasProject()) {
            projectHelper.attachArtifact(session().getCurrentProject(), "model", classifier, file.toFile());
        }
    }
}
