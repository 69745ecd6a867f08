package io.coreimage.maven;

import io.coreimage.maven.support.StoreDoors;
import io.coreimage.store.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Says who is logged in: the account id that belongs in a model, the e-mail, and what the login may do for how long.
 * Example: <code>mvn core-image:whoami</code>
 */
@Mojo(name = "whoami", requiresProject = false, threadSafe = true)
public class WhoamiMojo extends StoreMojo {

    @Inject
    public WhoamiMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() {
        try (StoreDoors doors = doors()) {
            Account account = doors.dashboard().whoami();
            getLog().info("Account id:  " + account.id());
            getLog().info("E-mail:      " + account.email());
            getLog().info("User name:   " + account.username());
            getLog().info("Permissions: " + all(account.permissions()));
            getLog().info("Channels:    " + all(account.channels()));
            getLog().info("Expires:     " + expiry(account.expires()));
        }
    }

    private static String all(List<String> names) {
        return names.isEmpty() ? "all" : String.join(", ", names);
    }

    private static String expiry(@Nullable String text) {
        if (text == null) {
            return "never";
        }
        try {
            Instant end = Instant.parse(text.endsWith("Z") ? text : text + "Z");
            long days = Duration.between(Instant.now(), end).toDays();
            return end + (days < 0 ? ", which is over" : ", in " + days + " days");
        } catch (DateTimeParseException ex) {
            return text;
        }
    }
}
