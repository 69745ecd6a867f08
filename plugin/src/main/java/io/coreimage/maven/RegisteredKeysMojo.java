package io.coreimage.maven;

import io.coreimage.maven.support.StoreDoors;
import io.coreimage.store.RegisteredKey;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists the keys that the store knows as those of the account that is logged in.
 * Example: <code>mvn core-image:registered-keys</code>
 */
@Mojo(name = "registered-keys", requiresProject = false, threadSafe = true)
public class RegisteredKeysMojo extends StoreMojo {

    @Inject
    public RegisteredKeysMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() {
        try (StoreDoors doors = doors()) {
            List<RegisteredKey> keys = doors.dashboard().keys();
            for (RegisteredKey each : keys) {
                String until = each.until() == null ? "" : " until " + each.until();
                getLog().info(each.id() + "  " + each.name() + "  since " + each.since() + until);
            }
            getLog().info("Registered: " + keys.size() + " keys");
        }
    }
}
