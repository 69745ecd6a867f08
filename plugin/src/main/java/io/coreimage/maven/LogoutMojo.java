package io.coreimage.maven;

import io.coreimage.maven.support.StoreDoors;
import io.coreimage.store.LoginFile;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Forgets the login that <code>core-image:login</code> made.
 * Example: <code>mvn core-image:logout</code>
 */
@Mojo(name = "logout", requiresProject = false, threadSafe = true)
public class LogoutMojo extends StoreMojo {

    @Inject
    public LogoutMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() {
        try (StoreDoors doors = doors()) {
            LoginFile file = doors.loginFile();
            getLog().info(file.delete() ? "Removed the login in " + file.origin() : "There is no " + file.origin());
        }
    }
}
