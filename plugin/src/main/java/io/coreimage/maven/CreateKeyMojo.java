package io.coreimage.maven;

import io.coreimage.key.KeyName;
import io.coreimage.key.KeyPlace;
import io.coreimage.key.Passphrase;
import io.coreimage.key.StoredKey;
import io.coreimage.maven.support.KeyAccess;
import java.security.SecureRandom;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes a 4096-bit RSA key, protected by a passphrase, for signing models.
 * Example: <code>mvn core-image:create-key -Dcore-image.keyName=my-models</code>
 */
@Mojo(name = "create-key", requiresProject = false, threadSafe = true)
public class CreateKeyMojo extends KeyMojo {

    /** What the key will be called, here and at the store. Example: <code>my-models</code> */
    @Parameter(property = "core-image.keyName", defaultValue = "default")
    private String keyName;

    @Inject
    public CreateKeyMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() {
        KeyName name = new KeyName(keyName);
        try (KeyAccess keys = keys()) {
            KeyPlace place = keys.places().first();
            place.requireNew(name);
            try (Passphrase passphrase = keys.passphrases().ofNew(keyName)) {
                StoredKey key = place.create(name, passphrase, new SecureRandom());
                getLog().info("Created key \"" + name + "\" in the " + place.description());
                getLog().info("SHA3-384: " + key.id());
            }
        }
    }
}
