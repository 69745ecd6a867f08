package io.coreimage.maven;

import io.coreimage.evidence.Sighting;
import io.coreimage.maven.support.KeyAccess;
import io.coreimage.maven.support.MavenWorld;
import io.coreimage.maven.support.PassphraseSources;
import io.coreimage.maven.support.SettingsPassphrases;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals that touch keys have in common: where keys are, and where passphrases come from. */
abstract class KeyMojo extends CoreImageMojo {

    private final SettingsDecrypter decrypter;

    /**
     * An OpenPGP secret key file, armoured or binary, as <code>gpg --export-secret-keys</code> writes it. Its key is
     * used instead of one from a key store. Example: <code>brand.key.asc</code>
     */
    @Parameter(property = "core-image.keyFile")
    private @Nullable File keyFile;

    /**
     * Where keys are kept: a folder, <code>gnupg</code>, <code>gnupg:FOLDER</code>, <code>external</code>, <code>
     * external:PROGRAM</code>, <code>pkcs11:FILE</code>, or a file that ends in <code>.p12</code> or <code>.pfx</code>.
     * Without it keys are looked for in <code>$XDG_CONFIG_HOME/core-image/keys</code> (else <code>
     * ~/.config/core-image/keys</code>), then where snapd would. Example: <code>gnupg:/home/brand/.gnupg</code>
     */
    @Parameter(property = "core-image.keyStore")
    private @Nullable String keyStore;

    /** The name of the environment variable that holds the key's passphrase. Example: <code>BRAND_PASSPHRASE</code> */
    @Parameter(property = "core-image.passphraseEnv")
    private @Nullable String passphraseEnv;

    /**
     * Never set this: a passphrase in a POM or on a command line can be read by others, so it is refused. Example:
     * <code>core-image.passphraseEnv</code> instead
     */
    @Parameter(property = "core-image.passphrase")
    private @Nullable String passphrase;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings;

    KeyMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** Take in which keys there are; a key file is a parameter, and parameters are seen already. */
    final void addKeys(Sighting sighting) throws IOException {
        if (keyFile != null && keyStore == null) {
            return;
        }
        try (KeyAccess keys = keys()) {
            Optional<List<Path>> files = keys.places().files();
            files.ifPresentOrElse(all -> all.forEach(sighting::file), sighting::unseen);
        }
    }

    /** Return the keys that the parameters lead to. */
    final KeyAccess keys() {
        PassphraseSources.refuseWritten(passphrase);
        MavenWorld world = world();
        SettingsPassphrases stored = new SettingsPassphrases(settings, decrypter);
        return new KeyAccess(world, new PassphraseSources(world, stored, passphraseEnv), keyStore, keyFile);
    }
}
