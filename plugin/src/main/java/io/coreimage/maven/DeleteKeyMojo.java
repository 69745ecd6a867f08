package io.coreimage.maven;

import io.coreimage.key.StoredKey;
import io.coreimage.maven.support.KeyAccess;
import io.coreimage.maven.support.Terminal;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Deletes a key for ever, after its name was typed once more.
 * Example: <code>mvn core-image:delete-key -Dcore-image.keyName=my-models</code>
 */
@Mojo(name = "delete-key", requiresProject = false, threadSafe = true)
public class DeleteKeyMojo extends KeyMojo {

    /** The name of the key. Example: <code>my-models</code> */
    @Parameter(property = "core-image.keyName", required = true)
    private String keyName;

    @Inject
    public DeleteKeyMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() throws IOException {
        try (KeyAccess keys = keys()) {
            StoredKey key = keys.places().find(keyName);
            confirm(key);
            key.place().delete(key);
            getLog().info("Deleted key \"" + key.name() + "\" from the "
                    + key.place().description());
        }
    }

    private void confirm(StoredKey key) throws IOException {
        if (!world().isInteractive() || !Terminal.ask(question(key)).equals(key.name())) {
            throw new RefusedException(
                    "cannot delete key \"" + key.name() + "\": it was not confirmed",
                    "Run Maven without -B and type the name of the key when it is asked for.");
        }
    }

    private static String question(StoredKey key) {
        return "Key \"" + key.name() + "\" (" + key.id() + ") in the "
                + key.place().description() + " will be gone for ever. Type its name to delete it:";
    }
}
