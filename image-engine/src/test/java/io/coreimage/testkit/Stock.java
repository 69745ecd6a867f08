package io.coreimage.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionReader;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Hasher;
import io.coreimage.snap.ComponentFile;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a {@link TestStore} has: snaps with their signed revisions, and assertions.
 *
 * <p>The folder's form is that of snapd's own test store: {@code *.snap}, {@code *.comp}, {@code asserts/*}, and perhaps
 * {@code channels.json} with {@code {"name": {"track/risk": revision}}}; a snap not named there is in every channel.
 */
public final class Stock {

    private static final Digest.Algorithm SHA3 = Digest.Algorithm.SHA3_384;

    private final List<StockedSnap> snaps = new ArrayList<>();
    private final Map<String, Assertion> assertions = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Integer>> channels = new HashMap<>();

    /** Return what lies in a folder. Snaps without a signed revision are not for sale. */
    public static Stock of(Path folder) {
        Stock stock = new Stock();
        try {
            for (Path each : Directories.list(folder.resolve("asserts"))) {
                AssertionReader.readAll(Files.readAllBytes(each)).forEach(stock::add);
            }
            List<Path> files = Directories.list(folder);
            for (Path each : files) {
                if (each.toString().endsWith(".snap")) {
                    stock.addSnap(each, files);
                }
            }
            Path map = folder.resolve("channels.json");
            if (Files.exists(map)) {
                stock.addChannels(new ObjectMapper().readTree(Files.readString(map)));
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return stock;
    }

    /** Return an empty stock. */
    public static Stock empty() {
        return new Stock();
    }

    /** Add a snap. */
    public Stock add(StockedSnap snap) {
        snaps.add(snap);
        return this;
    }

    /** Add an assertion; of several with one key the newest counts. */
    public Stock add(Assertion assertion) {
        assertions.merge(assertion.ref().uniqueName(), assertion, (a, b) -> a.revision() >= b.revision() ? a : b);
        return this;
    }

    /** Release a revision to a channel, written in full; the snap is then in no other channel unless told. */
    public Stock release(String name, String channel, int revision) {
        channels.computeIfAbsent(name, key -> new HashMap<>()).put(channel, revision);
        return this;
    }

    private void addChannels(JsonNode map) {
        map.properties()
                .forEach(snap -> snap.getValue()
                        .properties()
                        .forEach(channel -> release(
                                snap.getKey(),
                                channel.getKey(),
                                channel.getValue().intValue())));
    }

    private void addSnap(Path file, List<Path> files) throws IOException {
        Digest digest = digest(file);
        Optional<Assertion> revision = find("snap-revision/" + digest.base64Url());
        if (revision.isEmpty()) {
            return;
        }
        ByteSource content = ByteSource.ofFile(file, digest, Files.size(file));
        SnapFile snap = SnapFile.open(file.getFileName().toString(), digest, content);
        SnapInfo info = snap.info();
        StockedSnap stocked = new StockedSnap(
                info.name().value(),
                revision.get().header("snap-id"),
                Integer.parseInt(revision.get().header("snap-revision")),
                info.version(),
                info.type().toString(),
                info.architectures().stream().map(Object::toString).toList(),
                info.base(),
                revision.get().header("developer-id"),
                yaml(snap),
                file,
                digest,
                Files.size(file),
                List.of());
        String prefix = info.name() + "+";
        for (Path each : files) {
            String name = each.getFileName().toString();
            if (name.startsWith(prefix) && name.endsWith(".comp")) {
                stocked = stocked.with(component(each, stocked.id()));
            }
        }
        snaps.add(stocked);
    }

    private StockedSnap.StockedComponent component(Path file, String snapId) throws IOException {
        Digest digest = digest(file);
        ComponentFile component = ComponentFile.open(
                file.getFileName().toString(), digest, ByteSource.ofFile(file, digest, Files.size(file)));
        String name = component.info().name().component().value();
        String key = "snap-resource-revision/" + snapId + "/" + name + "/" + digest.base64Url();
        int revision = find(key)
                .map(each -> Integer.parseInt(each.header("resource-revision")))
                .orElse(1);
        return new StockedSnap.StockedComponent(
                name,
                component.info().type().toString(),
                revision,
                String.valueOf(component.info().version()),
                file,
                digest,
                Files.size(file));
    }

    private static String yaml(SnapFile snap) throws IOException {
        if (snap.files().find("meta/snap.yaml") instanceof FileTree.RegularFile yaml) {
            return new String(yaml.content().readAll(), StandardCharsets.UTF_8);
        }
        throw new IllegalStateException(snap + " has no meta/snap.yaml");
    }

    private static Digest digest(Path file) throws IOException {
        Hasher hasher = SHA3.newHasher();
        ByteSource.ofFile(file, Files.size(file)).copyTo(0, Files.size(file), hasher);
        return hasher.finish();
    }

    /** Return the text of an assertion that is in stock. */
    public byte[] text(String uniqueName) {
        return find(uniqueName).orElseThrow().encoded();
    }

    /** Return an assertion by its unique name: type and short key with slashes between. */
    Optional<Assertion> find(String uniqueName) {
        return Optional.ofNullable(assertions.get(uniqueName));
    }

    /** Return the last of a sequence. */
    Optional<Assertion> latest(String sequenceName) {
        return assertions.values().stream()
                .filter(each -> each.type().isSequence()
                        && each.ref()
                                .uniqueName()
                                .substring(0, each.ref().uniqueName().lastIndexOf('/'))
                                .equals(sequenceName))
                .max(Comparator.comparingInt(each -> Integer.parseInt(each.header("sequence"))));
    }

    /** Return all revisions of a snap. */
    List<StockedSnap> revisions(String name) {
        return snaps.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** Return the file that a download's last path element names. */
    Optional<Path> file(String fileName) {
        return snaps.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.file()), each.components().stream().map(StockedSnap.StockedComponent::file)))
                .filter(each -> each.getFileName().toString().equals(fileName))
                .findFirst();
    }

    /** Return the channels of a snap, or nothing where it is in all of them. */
    Optional<Map<String, Integer>> channels(String name) {
        return Optional.ofNullable(channels.get(name));
    }
}
