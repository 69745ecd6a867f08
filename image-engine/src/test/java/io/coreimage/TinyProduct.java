package io.coreimage;

import io.coreimage.assemble.ImageOptions;
import io.coreimage.assemble.InputDigest;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.Model;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.cache.Cache;
import io.coreimage.delivery.BuildEnvironment;
import io.coreimage.delivery.OutputFormat;
import io.coreimage.key.KeyFile;
import io.coreimage.key.Passphrase;
import io.coreimage.key.StoredKey;
import io.coreimage.model.ModelRules;
import io.coreimage.model.ModelText;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.Trust;
import io.coreimage.resolve.Wishes;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Packing;
import io.coreimage.squashfs.Compression;
import io.coreimage.store.Device;
import io.coreimage.store.Mirror;
import io.coreimage.store.ShelfStore;
import io.coreimage.store.SnapStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole product, as small as it can be: the quickstart's folders, in which a test may change what it likes before snaps
 * are packed from them and an image is built.
 */
final class TinyProduct {

    static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");

    private static final Path EXAMPLE = Path.of("..", "examples", "quickstart");
    private static final List<String> SNAPS = List.of("gadget", "kernel", "base", "snapd", "hello");

    private final Path folder;
    private final CoreImage engine;
    private Path output;
    private Optional<String> finalName = Optional.empty();
    private List<OutputFormat> formats = List.of(OutputFormat.IMG);
    private Optional<BuildEnvironment> environment = Optional.empty();

    private TinyProduct(Path folder, BuildEvents events) {
        this.folder = folder;
        this.engine = new CoreImage(events);
        this.output = folder.resolve("output");
    }

    /** Return a fresh one in a folder of its own. */
    static TinyProduct in(Path folder, BuildEvents events) throws IOException {
        try (Stream<Path> all = Files.walk(EXAMPLE)) {
            for (Path each : all.sorted().toList()) {
                Path relative = EXAMPLE.relativize(each);
                if (!relative.startsWith("target") && Files.isRegularFile(each)) {
                    Path to = folder.resolve(relative);
                    Files.createDirectories(to.getParent());
                    Files.copy(each, to);
                }
            }
        }
        return new TinyProduct(folder, events);
    }

    /** Return where images go. */
    Path output() {
        return output;
    }

    /** Let images go somewhere else. */
    TinyProduct into(Path other) {
        output = other;
        return this;
    }

    /** Let images have another name. */
    TinyProduct named(String name) {
        finalName = Optional.of(name);
        return this;
    }

    /** Return a file of the product. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Write a file. */
    TinyProduct write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Write a file. */
    TinyProduct write(String name, byte[] bytes) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.write(file(name), bytes);
            return this;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Write other words into a text, which has to have those that they replace. */
    TinyProduct replace(String name, String there, String instead) {
        try {
            String text = Files.readString(file(name));
            if (!text.contains(there)) {
                throw new IllegalArgumentException("\"" + there + "\" does not stand in " + name);
            }
            return write(name, text.replace(there, instead));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Pack a snap for every folder that has none yet. */
    TinyProduct pack() {
        try {
            Files.createDirectories(file("snaps"));
            for (String each : SNAPS) {
                Packing packing = Packing.of(file(each), TIME);
                Path snap = file("snaps").resolve(packing.fileName());
                if (!Files.exists(snap)) {
                    packing.write(snap, Compression.ZSTD, 1);
                }
            }
            return this;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Let every later build make these formats, and the records of a release. */
    TinyProduct delivering(List<OutputFormat> wanted, BuildEnvironment builder) {
        formats = wanted;
        environment = Optional.of(builder);
        return this;
    }

    /** Sign, fetch and assemble, as the goal does. */
    AssembleResult build(Wishes wishes, ImageOptions options, boolean dryRun) throws IOException {
        pack();
        try (Cache cache = Cache.open(file("cache"), TIME)) {
            AssembleRequest.ChoiceSource choice = () -> choice(wishes, cache);
            AssembleRequest.Output where = new AssembleRequest.Output(output, finalName, formats, 1, environment);
            return engine.assemble(new AssembleRequest(inputs(wishes, options, where), choice, options, where, dryRun));
        }
    }

    private static InputDigest inputs(Wishes wishes, ImageOptions options, AssembleRequest.Output output) {
        return new InputDigest().add("wishes", wishes).add("options", options).add("output", output);
    }

    private Choice choice(Wishes wishes, Cache cache) throws IOException {
        return engine.fetch(new FetchRequest(
                        Model.of(sign()),
                        wishes,
                        file("snaps"),
                        () -> emptyStore(cache),
                        Mirror.NONE,
                        cache,
                        new Trust(roots(), KeyMoment.at(TIME), brand()),
                        new FetchRequest.LockUse(
                                file("core-image.lock"), file("used/core-image.lock"), false, null, false)))
                .choice();
    }

    /** Nothing comes from a store; it is asked all the same whether it knows the files. */
    private SnapStore emptyStore(Cache cache) {
        write("shelf/.keep", "");
        return ShelfStore.open(file("shelf"), new Device(Architecture.parse("amd64"), null, false), cache);
    }

    private Assertion sign() throws IOException {
        StoredKey key = new KeyFile(file("demonstration/demonstration-only.key.asc"), any -> Passphrase.none())
                .list()
                .get(0);
        ModelText text = ModelText.json(Files.readString(file("model.json")), "model.json");
        SignRequest.Output where = new SignRequest.Output(folder, Optional.empty());
        return engine.sign(new SignRequest(text, ModelRules.strict(), key, brand(), where))
                .model();
    }

    private List<Assertion> brand() {
        return AssertionFile.read(file("demonstration/demonstration-only.brand.assert"));
    }

    private TrustedRoots roots() throws IOException {
        byte[] root = Files.readAllBytes(file("demonstration/demonstration-only.root.assert"));
        return TrustedRoots.production().plus(root, "the demonstration's root");
    }
}
