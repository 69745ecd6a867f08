package io.coreimage.testkit;

import io.coreimage.bytes.Digest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that a {@link TestStore} has in stock.
 * @param name the snap's name
 * @param id its id
 * @param revision its revision
 * @param version its version
 * @param type its type
 * @param architectures the machines that it runs on
 * @param base its base
 * @param publisher the account that published it
 * @param yaml its meta/snap.yaml
 * @param file where its bytes are
 * @param digest their digest
 * @param size their number
 * @param components what comes with it
 */
public record StockedSnap(
        String name,
        String id,
        int revision,
        String version,
        String type,
        List<String> architectures,
        @Nullable String base,
        String publisher,
        String yaml,
        Path file,
        Digest digest,
        long size,
        List<StockedComponent> components) {

    /**
     * A component in stock.
     * @param name its name in its snap
     * @param type what it adds
     * @param revision its revision
     * @param version its version
     * @param file where its bytes are
     * @param digest their digest
     * @param size their number
     */
    public record StockedComponent(
            String name, String type, int revision, String version, Path file, Digest digest, long size) {}

    /** Return the same with a component. */
    public StockedSnap with(StockedComponent component) {
        List<StockedComponent> more = new ArrayList<>(components);
        more.add(component);
        return new StockedSnap(
                name, id, revision, version, type, architectures, base, publisher, yaml, file, digest, size, more);
    }
}
