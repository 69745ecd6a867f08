package io.coreimage.maven;

import io.coreimage.Fetched;
import io.coreimage.maven.support.Attachments;
import io.coreimage.resolve.Bundle;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Puts lock, assertions and the store's files of an image into one archive, which can be the only source of a build in a
 * place without a network, and attaches it to the project.
 * Example: <code>mvn core-image:bundle -Dcore-image.modelFile=my-model.json</code>
 */
@Mojo(name = "bundle", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public class BundleMojo extends ImageMojo {

    private static final String NAME = "bundle";

    private final MavenProjectHelper projectHelper;

    @Inject
    public BundleMojo(SettingsDecrypter decrypter, RepositorySystem repositories, MavenProjectHelper projectHelper) {
        super(decrypter, repositories);
        this.projectHelper = projectHelper;
    }

    @Override
    void work() throws IOException {
        Fetched fetched = fetched();
        fetched.choice().warnings().forEach(getLog()::warn);
        Path file = places().outputFolder().resolve("core-image-bundle.zip");
        Bundle.write(fetched.choice(), fetched.kept(), file);
        getLog().info("Wrote " + file);
        if (world().hasProject()) {
            new Attachments(session().getCurrentProject(), projectHelper)
                    .attach("zip", places().classifier(NAME), file.toFile());
        }
    }
}
