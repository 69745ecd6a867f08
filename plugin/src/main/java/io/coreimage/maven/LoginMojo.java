package io.coreimage.maven;

import io.coreimage.maven.support.LoginQuestions;
import io.coreimage.maven.support.StoreDoors;
import io.coreimage.problem.RefusedException;
import io.coreimage.store.Login;
import io.coreimage.store.LoginFile;
import io.coreimage.store.LoginWish;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Logs in to the Snap Store, for private snaps and brand stores.
 * Example: <code>mvn core-image:login -Dcore-image.email=dev@example.com</code>
 */
@Mojo(name = "login", requiresProject = false, threadSafe = true)
public class LoginMojo extends StoreMojo {

    /** The e-mail of the account. Example: <code>dev@example.com</code> */
    @Parameter(property = "core-image.email")
    private @Nullable String email;

    /**
     * What the login may do; images need no more than the default. Example: <code>package_access,package_upload</code>
     */
    @Parameter(property = "core-image.permissions", defaultValue = LoginWish.ACCESS)
    private List<String> permissions;

    /** The channels that the login is limited to. Example: <code>stable,candidate</code> */
    @Parameter(property = "core-image.channels")
    private @Nullable List<String> channels;

    /** For how many days the login is good. Example: <code>365</code> */
    @Parameter(property = "core-image.days", defaultValue = "365")
    private int days;

    /**
     * Write the login to this file instead of keeping it for this user: for a build server's
     * <code>UBUNTU_STORE_AUTH</code> or settings.xml. Example: <code>login-for-ci.txt</code>
     */
    @Parameter(property = "core-image.export")
    private @Nullable File export;

    /**
     * Never set this: a password in a POM or on a command line can be read by others, so it is refused. Example:
     * <code>CORE_IMAGE_STORE_PASSWORD</code> in the environment instead
     */
    @Parameter(property = "core-image.password")
    private @Nullable String password;

    @Inject
    public LoginMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() throws IOException {
        if (password != null) {
            throw new RefusedException(
                    "cannot take a password from the POM or the command line: version control, build logs and the list of"
                            + " processes would show it",
                    "Put it into the environment variable CORE_IMAGE_STORE_PASSWORD, or type it when you are asked.");
        }
        try (StoreDoors doors = doors()) {
            Login login = new LoginQuestions(world(), email).login(doors.dashboard(null), wish());
            LoginFile file = export == null ? doors.loginFile() : LoginFile.at(export.toPath());
            if (export == null) {
                file.write(doors.given(login, file.origin()));
            } else {
                file.export(login);
            }
            getLog().info("Logged in; the login is in " + file.origin());
        }
    }

    private LoginWish wish() {
        Instant expires = Instant.now().plus(Duration.ofDays(days));
        return new LoginWish(permissions, "core-image", expires, channels == null ? List.of() : channels);
    }
}
