package io.coreimage.maven;

import io.coreimage.maven.support.StoreDoors;
import io.coreimage.maven.support.StoreSettings;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals that deal with accounts and the cache have in common. */
abstract class StoreMojo extends CoreImageMojo {

    private final SettingsDecrypter decrypter;

    /**
     * The address of a store in the Snap Store's place, such as a store proxy's. Example:
     * <code>https://store.example.com/</code>
     */
    @Parameter(property = "core-image.storeUrl")
    private @Nullable String storeUrl;

    /**
     * Where fetched files are kept; by default <code>$XDG_CACHE_HOME/core-image</code> or
     * <code>~/.cache/core-image</code>. Example: <code>/var/cache/core-image</code>
     */
    @Parameter(property = "core-image.cacheDirectory")
    private @Nullable File cacheDirectory;

    /**
     * Where the login is kept that <code>core-image:login</code> makes; by default
     * <code>$XDG_CONFIG_HOME/core-image/login </code> or <code>~/.config/core-image/login</code>. Example:
     * <code>/run/secrets/store-login</code>
     */
    @Parameter(property = "core-image.credentialsFile")
    private @Nullable File credentialsFile;

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
    private Settings settings;

    StoreMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** Return the doors that the parameters lead to. */
    final StoreDoors doors() {
        StoreSettings wishes = new StoreSettings(
                storeUrl, null, cacheDirectory, credentialsFile, loginUrl, dashboardUrl, allowPlainHttp);
        return new StoreDoors(world(), settings, decrypter, wishes);
    }
}
