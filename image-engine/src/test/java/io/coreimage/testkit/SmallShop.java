package io.coreimage.testkit;

import io.coreimage.PackRequest;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionSigner;
import io.coreimage.bytes.Digest;
import io.coreimage.key.SigningKey;
import io.coreimage.squashfs.Compression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All that a UC22 device needs, made from nothing: a root, a brand with its key, five small snaps and what is signed about
 * them. What it sells lies in folders that {@link TestStore#over(Path)} takes; beside them a project finds the model, the
 * key that signs it, and the files that make it trusted.
 */
public final class SmallShop {

    /** The brand's account. */
    public static final String BRAND = "VectorBrandAccountId000000000001";

    private static final String ROOT = "vectorroot";
    private static final String SINCE = "2019-01-01T00:00:00Z";
    private static final String LATER = "2024-05-01T00:00:00Z";
    private static final Instant CREATED = Instant.parse(LATER);
    private static final String SNAPD_INFO =
            "VERSION=2.63\nSNAPD_ASSERTS_FORMATS='{\"snap-declaration\":6,\"system-user\":2}'\n";

    private static final String GADGET = """
            volumes:
              pc:
                schema: gpt
                bootloader: grub
                structure:
                  - name: ubuntu-seed
                    role: system-seed
                    filesystem: vfat
                    type: EF,C12A7328-F81F-11D2-BA4B-00A0C93EC93B
                    size: 64M
                  - name: ubuntu-boot
                    role: system-boot
                    filesystem: ext4
                    type: 83,0FC63DAF-8483-4772-8E79-3D69D8477DE4
                    size: 16M
                  - name: ubuntu-data
                    role: system-data
                    filesystem: ext4
                    type: 83,0FC63DAF-8483-4772-8E79-3D69D8477DE4
                    size: 64M
            """;

    private static final List<Item> SHELF = List.of(
            new Item("pc", "gadget", 10, "meta/gadget.yaml", GADGET, "grub.conf", ""),
            new Item("pc-kernel", "kernel", 1021, "kernel.efi", "kernel", "snapd-info", SNAPD_INFO),
            new Item("core22", "base", 20, "etc/os-release", "NAME=core\n", "usr/bin/true", ""),
            new Item("snapd", "snapd", 30, "usr/lib/snapd/info", SNAPD_INFO, "usr/bin/snap", ""),
            new Item("hello", "app", 40, "bin/hello", "hello\n", "etc/greeting", "hello"));

    private final Path folder;
    private final int padding;
    private final AssertionSigner root = new AssertionSigner(TestKeys.signing("vector-root"));

    /**
     * Create an instance.
     * @param folder where everything goes
     * @param padding how many bytes that nobody can compress are in each snap
     */
    public SmallShop(Path folder, int padding) {
        this.folder = folder;
        this.padding = padding;
    }

    /** A snap to be made: two of its files are texts, a third one makes it as large as wanted. */
    private record Item(
            String name, String type, int revision, String path, String text, String otherPath, String otherText) {

        String id() {
            return (name.replace("-", "") + "0".repeat(32)).substring(0, 32);
        }

        String channel() {
            return type.equals("gadget") || type.equals("kernel") ? "22/stable" : "latest/stable";
        }

        String yaml() {
            String base = type.equals("app") || type.equals("gadget") ? "base: core22\n" : "";
            return "name: " + name + "\nversion: '1'\ntype: " + type + "\narchitectures: [amd64]\n" + base;
        }
    }

    /** Make what the shop sells at first, and return the folder with it. */
    public Path first() throws IOException {
        return make("first", SHELF, 0);
    }

    /** Make what it sells later: the same and a newer kernel; account and declarations are of a higher revision. */
    public Path later() throws IOException {
        List<Item> more = new ArrayList<>(SHELF);
        more.add(new Item("pc-kernel", "kernel", 1043, "kernel.efi", "newer", "snapd-info", SNAPD_INFO));
        return make("later", more, 7);
    }

    /** Put into a project what its POM or command line names: model.json, key.asc, roots.assert and brand.assert. */
    public void equip(Path project) throws IOException {
        Files.createDirectories(project);
        Files.writeString(project.resolve("model.json"), model());
        Files.write(project.resolve("key.asc"), TestKeys.secretKeyFile("vector-key"));
        Files.write(
                project.resolve("roots.assert"),
                stream(List.of(account(ROOT, 0), key(ROOT, "vector-root", "root", 0))));
        Files.write(
                project.resolve("brand.assert"),
                stream(List.of(account(BRAND, 0), key(BRAND, "vector-key", "key", 0))));
    }

    private static String model() {
        StringBuilder snaps = new StringBuilder();
        for (Item each : SHELF) {
            snaps.append(snaps.isEmpty() ? "" : ",\n")
                    .append("    {\"name\": \"" + each.name() + "\", \"type\": \"" + each.type() + "\", \"id\": \""
                            + each.id() + "\", \"default-channel\": \"" + each.channel() + "\"}");
        }
        return "{\n  \"type\": \"model\", \"series\": \"16\", \"authority-id\": \"" + BRAND + "\", \"brand-id\": \""
                + BRAND + "\",\n  \"model\": \"small\", \"architecture\": \"amd64\", \"base\": \"core22\","
                + " \"grade\": \"signed\", \"timestamp\": \"" + LATER + "\",\n  \"snaps\": [\n" + snaps + "\n  ]\n}\n";
    }

    private Path make(String name, List<Item> items, int revision) throws IOException {
        Path shelf = Files.createDirectories(folder.resolve(name));
        Path signed = Files.createDirectories(shelf.resolve("asserts"));
        write(signed, "root", List.of(account(ROOT, revision), key(ROOT, "vector-root", "root", 0)));
        write(signed, "brand", List.of(account(BRAND, revision), key(BRAND, "vector-key", "key", revision)));
        for (Item each : items) {
            Path snap = pack(each, shelf);
            write(
                    signed,
                    each.name() + "_" + each.revision(),
                    List.of(declaration(each, revision), revision(each, Files.readAllBytes(snap))));
        }
        return shelf;
    }

    private Path pack(Item item, Path shelf) throws IOException {
        Path source = folder.resolve("source").resolve(item.name() + "_" + item.revision());
        put(source, "meta/snap.yaml", item.yaml().getBytes(StandardCharsets.UTF_8));
        put(source, item.path(), item.text().getBytes(StandardCharsets.UTF_8));
        put(source, item.otherPath(), item.otherText().getBytes(StandardCharsets.UTF_8));
        byte[] filling = new byte[padding];
        new Random(item.revision()).nextBytes(filling);
        put(source, "usr/share/filling", filling);
        Path snap = shelf.resolve(item.name() + "_" + item.revision() + ".snap");
        return new PackRequest(source, CREATED, Compression.GZIP, 1)
                .packAs(snap)
                .file();
    }

    private static void put(Path source, String path, byte[] content) throws IOException {
        Path file = source.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static void write(Path folder, String name, List<Assertion> assertions) throws IOException {
        Files.write(folder.resolve(name + ".assert"), stream(assertions));
    }

    private static byte[] stream(List<Assertion> assertions) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Assertion each : assertions) {
            all.write(each.encoded());
            all.write('\n');
        }
        return all.toByteArray();
    }

    private Assertion account(String id, int revision) {
        String username = id.equals(ROOT) ? ROOT : "vectorbrand";
        return sign(
                "account",
                revision,
                Map.of(
                        "account-id", id,
                        "username", username,
                        "display-name", "The name in revision " + revision,
                        "validation", "verified",
                        "timestamp", SINCE));
    }

    private Assertion key(String account, String key, String name, int revision) {
        SigningKey known = TestKeys.signing(key);
        return sign(
                "account-key",
                revision,
                Map.of(
                        "account-id", account,
                        "name", name,
                        "public-key-sha3-384", known.publicKey().id().text(),
                        "since", SINCE,
                        "body", known.publicKey().encoded()));
    }

    private Assertion declaration(Item item, int revision) {
        return sign(
                "snap-declaration",
                revision,
                Map.of(
                        "series",
                        "16",
                        "snap-id",
                        item.id(),
                        "snap-name",
                        item.name(),
                        "publisher-id",
                        BRAND,
                        "timestamp",
                        SINCE));
    }

    private Assertion revision(Item item, byte[] snap) {
        return sign(
                "snap-revision",
                0,
                Map.of(
                        "snap-sha3-384",
                                Digest.compute(Digest.Algorithm.SHA3_384, snap).base64Url(),
                        "developer-id", BRAND,
                        "snap-id", item.id(),
                        "snap-revision", Integer.toString(item.revision()),
                        "snap-size", Integer.toString(snap.length),
                        "timestamp", LATER));
    }

    private Assertion sign(String type, int revision, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("type", type);
        all.put("authority-id", ROOT);
        if (revision > 0) {
            all.put("revision", Integer.toString(revision));
        }
        return root.sign(all, CREATED);
    }
}
