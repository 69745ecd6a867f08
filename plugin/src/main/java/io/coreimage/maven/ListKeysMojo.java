package io.coreimage.maven;

import io.coreimage.key.StoredKey;
import io.coreimage.maven.support.KeyAccess;
import io.coreimage.maven.support.KeyReport;
import io.coreimage.maven.support.Terminal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows the keys that can sign: their names, ids, and where they are kept.
 * Example: <code>mvn core-image:list-keys -Dcore-image.json</code>
 */
@Mojo(name = "list-keys", requiresProject = false, threadSafe = true)
public class ListKeysMojo extends KeyMojo {

    /** Print JSON instead of a table. Example: <code>true</code> */
    @Parameter(property = "core-image.json", defaultValue = "false")
    private boolean json;

    @Inject
    public ListKeysMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() {
        try (KeyAccess keys = keys()) {
            List<StoredKey> all = keys.places().list();
            if (json) {
                Terminal.print(KeyReport.json(all));
            } else {
                KeyReport.lines(all).forEach(getLog()::info);
            }
        }
    }
}
