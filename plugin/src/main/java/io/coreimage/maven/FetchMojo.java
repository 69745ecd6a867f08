package io.coreimage.maven;

import io.coreimage.Fetched;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Fetches and verifies the snaps of an image: exactly those of the lock, or without a lock those that the store has now.
 * The lock that was used is left in the output folder.
 * Example: <code>mvn core-image:fetch -Dcore-image.modelFile=my-model.json</code>
 */
@Mojo(name = "fetch", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, requiresProject = false, threadSafe = true)
public class FetchMojo extends ImageMojo {

    @Inject
    public FetchMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void work() throws IOException {
        Fetched fetched = fetched();
        fetched.choice().warnings().forEach(getLog()::warn);
        getLog().info(fetched.choice().snaps().size() + " snaps are here and verified"
                + (fetched.locked()
                        ? ", as locked in " + places().committedLock()
                        : ", kept in " + places().usedLock()));
    }
}
