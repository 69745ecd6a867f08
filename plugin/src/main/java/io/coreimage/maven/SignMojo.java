package io.coreimage.maven;

import io.coreimage.evidence.Evidence;
import io.coreimage.evidence.Findings;
import io.coreimage.maven.support.Attachments;
import io.coreimage.maven.support.EarlierRun;
import io.coreimage.maven.support.ImagePlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Signs a model that stands in a file or in the POM, and attaches the assertion to the project. A model that is signed
 * already is checked and attached as it is. Nothing is done where the output says the same already.
 * Example: <code>mvn core-image:sign -Dcore-image.modelFile=my-model.json</code>
 */
@Mojo(name = "sign", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class SignMojo extends ModelMojo {

    private final MavenProjectHelper projectHelper;

    /**
     * The classifier of the attached artifact, where a project signs more than one model; by default the id of the
     * execution, if it has one of its own. Example: <code>pi</code>
     */
    @Parameter
    private @Nullable String classifier;

    @Inject
    public SignMojo(SettingsDecrypter decrypter, MavenProjectHelper projectHelper) {
        super(decrypter);
        this.projectHelper = projectHelper;
    }

    @Override
    void run() throws IOException {
        Path file = signed();
        if (world().hasProject()) {
            new Attachments(session().getCurrentProject(), projectHelper)
                    .attach("model", classifier == null ? ofExecution() : classifier, file.toFile());
        }
    }

    private Path signed() throws IOException {
        Optional<EarlierRun> earlier = earlierRun("sign");
        Optional<Evidence> evidence = earlier.isPresent() ? earlier.get().holding() : Optional.empty();
        if (evidence.isPresent()) {
            repeat(evidence.get());
            return evidence.get().result();
        }
        if (earlier.isPresent()) {
            earlier.get().begin();
        }
        Path file = signedModel();
        Findings.Outcome outcome =
                new Findings.Outcome(file, List.of(file), List.of(), Optional.empty(), sentence(), events().warnings());
        earlier.ifPresent(each -> each.succeeded(outcome));
        return file;
    }

    /** As the goals that build images have it. */
    private String ofExecution() {
        return new ImagePlaces(world(), executionId(), null, null, null).classifier("");
    }
}
