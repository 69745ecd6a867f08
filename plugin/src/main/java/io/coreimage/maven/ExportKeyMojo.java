package io.coreimage.maven;

import io.coreimage.assertion.AssertionSigner;
import io.coreimage.key.StoredKey;
import io.coreimage.maven.support.BuildTimestamp;
import io.coreimage.maven.support.KeyAccess;
import io.coreimage.maven.support.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.io.CachingOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints the public half of a key, or the request with which it is registered for an account.
 * Example: <code>mvn core-image:export-key -Dcore-image.keyName=my-models</code>
 */
@Mojo(name = "export-key", requiresProject = false, threadSafe = true)
public class ExportKeyMojo extends KeyMojo {

    /** The name of the key. Example: <code>my-models</code> */
    @Parameter(property = "core-image.keyName", defaultValue = "default")
    private String keyName;

    /**
     * The account for which the key is to be registered; without it, only the public key is printed. Example:
     * <code>5pMQbOMpqkBSzMGT9RGdMVTlLjlOzGqu</code>
     */
    @Parameter(property = "core-image.accountId")
    private @Nullable String accountId;

    /**
     * From when on the key is to be valid, a date or seconds since 1970; now where nothing is said. Example:
     * <code>2026-11-01T00:00:00Z</code>
     */
    @Parameter(property = "core-image.timestamp")
    private @Nullable String timestamp;

    /** A file to write to instead of printing. Example: <code>my-models.account-key</code> */
    @Parameter(property = "core-image.outputFile")
    private @Nullable File outputFile;

    @Inject
    public ExportKeyMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() throws IOException {
        try (KeyAccess keys = keys()) {
            deliver(text(keys.places().find(keyName)));
        }
    }

    private String text(StoredKey key) {
        if (accountId == null) {
            return key.publicKey().encoded() + "\n";
        }
        Instant since = BuildTimestamp.of(timestamp, null).orElseGet(Instant::now);
        byte[] request = new AssertionSigner(key.open())
                .requestRegistration(accountId, key.name(), since, since)
                .encoded();
        return new String(request, StandardCharsets.UTF_8);
    }

    private void deliver(String text) throws IOException {
        if (outputFile == null) {
            Terminal.print(text);
            return;
        }
        try (OutputStream stream = new CachingOutputStream(outputFile.toPath())) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        getLog().info("Wrote " + outputFile);
    }
}
