package io.coreimage.maven;

import io.coreimage.assertion.AssertionSigner;
import io.coreimage.key.StoredKey;
import io.coreimage.maven.support.KeyAccess;
import io.coreimage.maven.support.LoginQuestions;
import io.coreimage.maven.support.StoreDoors;
import io.coreimage.maven.support.StoreSettings;
import io.coreimage.store.Credential;
import io.coreimage.store.Dashboard;
import io.coreimage.store.Login;
import io.coreimage.store.LoginWish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Registers a key with the store, so that models signed with it are believed. It logs in anew, with a login for this one
 * purpose that is kept nowhere.
 * Example: <code>mvn core-image:register-key -Dcore-image.key=my-models -Dcore-image.email=dev@example.com</code>
 */
@Mojo(name = "register-key", requiresProject = false, threadSafe = true)
public class RegisterKeyMojo extends KeyMojo {

    private final SettingsDecrypter decrypter;

    /** The name or id of the key; not needed where there is only one. Example: <code>my-models</code> */
    @Parameter(property = "core-image.key")
    private @Nullable String key;

    /** The e-mail of the account. Example: <code>dev@example.com</code> */
    @Parameter(property = "core-image.email")
    private @Nullable String email;

    /** The login service, if it is not Ubuntu One. Example: <code>https://login.example.com/api/v2</code> */
    @Parameter(property = "core-image.loginUrl")
    private @Nullable String loginUrl;

    /** The dashboard, if it is not the Snap Store's. Example: <code>https://dashboard.example.com/dev/api</code> */
    @Parameter(property = "core-image.dashboardUrl")
    private @Nullable String dashboardUrl;

    /** Allow plain http to other machines than this one. Example: <code>true</code> */
    @Parameter(property = "core-image.allowPlainHttp", defaultValue = "false")
    private boolean allowPlainHttp;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings storeSettings;

    @Inject
    public RegisterKeyMojo(SettingsDecrypter decrypter) {
        super(decrypter);
        this.decrypter = decrypter;
    }

    @Override
    void run() throws IOException {
        StoreSettings wishes = new StoreSettings(null, null, null, null, loginUrl, dashboardUrl, allowPlainHttp);
        try (KeyAccess keys = keys();
                StoreDoors doors = new StoreDoors(world(), storeSettings, decrypter, wishes)) {
            StoredKey chosen = keys.find(key);
            Dashboard dashboard = doors.dashboard(fresh(doors));
            String accountId = dashboard.accountId();
            Instant now = Instant.now();
            dashboard.register(new String(
                    new AssertionSigner(chosen.open())
                            .requestRegistration(accountId, chosen.name(), now, now)
                            .encoded(),
                    StandardCharsets.UTF_8));
            getLog().info("Registered key \"" + chosen.name() + "\" for account " + accountId);
            getLog().info("SHA3-384: " + chosen.id());
        }
    }

    private Credential fresh(StoreDoors doors) throws IOException {
        LoginWish wish = new LoginWish(
                List.of(LoginWish.MODIFY_KEYS),
                "core-image register-key",
                Instant.now().plus(Duration.ofDays(1)),
                List.of());
        Login login = new LoginQuestions(world(), email).login(doors.dashboard(null), wish);
        return doors.given(login, "this goal");
    }
}
