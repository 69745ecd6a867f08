package io.coreimage.maven;

import io.coreimage.bytes.Size;
import io.coreimage.cache.CachedBlob;
import io.coreimage.cache.Stock;
import io.coreimage.maven.support.StoreDoors;
import io.coreimage.problem.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists, checks or tidies the cache of fetched files.
 * Example: <code>mvn core-image:cache -Dcore-image.action=prune -Dcore-image.days=60</code>
 */
@Mojo(name = "cache", requiresProject = false, threadSafe = true)
public class CacheMojo extends StoreMojo {

    /**
     * What to do: <code>list</code> the files; <code>verify</code> them all and throw away those that are damaged;
     * <code> prune</code> those that no build has used for some days. Example: <code>prune</code>
     */
    @Parameter(property = "core-image.action", defaultValue = "list")
    private String action;

    /** For how many days a file may lie unused before <code>prune</code> throws it away. Example: <code>30</code> */
    @Parameter(property = "core-image.days", defaultValue = "30")
    private int days;

    @Inject
    public CacheMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void run() {
        try (StoreDoors doors = doors()) {
            Stock stock = doors.cache().stock();
            switch (action) {
                case "list" -> tell("Cached", stock.list());
                case "verify" -> tell("Damaged and removed", stock.verify());
                case "prune" -> tell("Removed", stock.prune(Instant.now().minus(Duration.ofDays(days))));
                default ->
                    throw new RefusedException(
                            "cannot do \"" + action + "\" with the cache: no such action",
                            "Say list, verify or prune with -Dcore-image.action.");
            }
        }
    }

    private void tell(String what, List<CachedBlob> blobs) {
        Size total = Size.ZERO;
        for (CachedBlob each : blobs) {
            getLog().info(each.digest().hex() + "  " + each.size() + "  last used " + each.lastUsed());
            total = total.plus(each.size());
        }
        getLog().info(what + ": " + blobs.size() + " files, " + total);
    }
}
