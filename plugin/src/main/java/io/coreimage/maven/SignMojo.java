package io.coreimage.maven;

import java.nio.file.Path;
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

    /** The classifier of the attached artifact, where a project signs more than one model. Example: <code>pi</code> */
    @Parameter
    private @Nullable String classifier;

    @Inject
    public SignMojo(SettingsDecrypter decrypter, MavenProjectHelper projectHelper) {
        super(decrypter);
        this.projectHelper = projectHelper;
    }

    @Override
    void run() {
        Path file = signedModel();
        if (world().hasProject()) {
            projectHelper.attachArtifact(session().getCurrentProject(), "model", classifier, file.toFile());
        }
    }
}
