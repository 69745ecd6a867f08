package io.coreimage.maven.support;

import io.coreimage.evidence.Sighting;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * This plugin itself: another one may come to something else, also where only a snapshot was built anew. What a folder of
 * classes holds is not looked at.
 */
public final class PluginFiles {

    private PluginFiles() {}

    /** Take in the version of the plugin and where its code is. */
    public static void addTo(Sighting sighting) {
        sighting.value("plugin", BuildFacts.pluginVersion());
        add(PluginFiles.class, sighting);
        add(Sighting.class, sighting);
    }

    private static void add(Class<?> part, Sighting sighting) {
        @Nullable CodeSource source = part.getProtectionDomain().getCodeSource();
        if (source == null) {
            sighting.unseen();
            return;
        }
        try {
            Path code = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(code)) {
                sighting.unseen();
            }
            sighting.file(code);
        } catch (URISyntaxException ex) {
            sighting.unseen();
        }
    }
}
