package io.coreimage.bootloader;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Digest.Algorithm;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Entry;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.FileTree.Symlink;
import io.coreimage.gadget.Gadget;
import io.coreimage.gadget.GadgetLayout;
import io.coreimage.gadget.ModelKind;
import io.coreimage.gadget.Role;
import io.coreimage.snap.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code snap prepare-image} made of a model, and what we make of the same gadget and kernel.
 * @param folder the folder of the tree
 */
record PreparedTree(Path folder) {

    private static final int LARGEST_SHOWN = 16_384;
    private static final Instant TIME = Instant.parse("2022-04-04T10:40:41Z");

    /** Return every tree that holds a system. */
    static List<PreparedTree> all(Path oracle) throws IOException {
        List<PreparedTree> trees = new ArrayList<>();
        for (String each : List.of("prepared", "prepared-newest")) {
            Path folder = oracle.resolve("scenario").resolve(each);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> names = Files.list(folder)) {
                    names.sorted()
                            .map(PreparedTree::new)
                            .filter(PreparedTree::isWhole)
                            .forEach(trees::add);
                }
            }
        }
        return trees;
    }

    private boolean isWhole() {
        Path code = folder.resolveSibling(folder.getFileName() + ".rc");
        try {
            return Files.isDirectory(folder.resolve("resolved-content"))
                    && Files.exists(code)
                    && Files.readString(code).trim().equals("0");
        } catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    boolean hasModes() {
        return Files.isDirectory(folder.resolve("system-seed"));
    }

    BootSnaps snaps() throws IOException {
        FileTree gadget = Directories.scan(folder.resolve("gadget"));
        return new BootSnaps(
                Architecture.parse(header("architecture")),
                Gadget.read(gadget, hasModes() ? ModelKind.CORE_WITH_MODES : ModelKind.CORE),
                gadget,
                Directories.scan(folder.resolve("kernel")),
                TIME);
    }

    GadgetLayout layout(BootSnaps snaps) throws IOException {
        return GadgetLayout.of(snaps.gadget(), snaps.gadgetSnap(), snaps.kernelSnap(), TIME);
    }

    RunSystem runSystem() throws IOException {
        String name = header("display-name").isEmpty() ? header("model") : header("display-name");
        String base = header("base").isEmpty() ? "core" : header("base");
        return new RunSystem(
                name, snapFile("image/var/lib/snapd/snaps", base), snapFile("image/var/lib/snapd/snaps", kernel()));
    }

    RecoverySystem recoverySystem(FileTree seedContent) throws IOException {
        boolean factory = folder.getFileName().toString().contains("bootflags");
        String local = "systems/" + label() + "/snaps";
        boolean asserted = hasSnap("system-seed/snaps", kernel());
        String place = asserted ? "snaps" : local;
        return new RecoverySystem(
                label(),
                "/" + place + "/" + snapFile("system-seed/" + place, kernel()),
                factory ? List.of("factory") : List.of(),
                header("grade").equals("dangerous"),
                seedContent);
    }

    String label() throws IOException {
        return only(folder.resolve("system-seed/systems"), "");
    }

    private String kernel() throws IOException {
        return header("architecture").equals("arm64") ? "pi-kernel" : "pc-kernel";
    }

    private boolean hasSnap(String where, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.anyMatch(each -> each.getFileName().toString().startsWith(name + "_"));
        }
    }

    private String snapFile(String where, String name) throws IOException {
        return only(folder.resolve(where), name + "_");
    }

    private static String only(Path folder, String start) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.startsWith(start))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String header(String name) throws IOException {
        Path model = hasModes()
                ? folder.resolve("system-seed/systems/" + label() + "/model")
                : folder.resolve("image/var/lib/snapd/seed/assertions/model");
        return Files.readString(model)
                .lines()
                .filter(each -> each.startsWith(name + ": "))
                .map(each -> each.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    /** Return all files and links below a folder, or nothing. */
    SortedMap<String, String> reference(String below) throws IOException {
        Path start = folder.resolve(below);
        return Files.isDirectory(start) ? dump(Directories.scan(start)) : new TreeMap<>();
    }

    static SortedMap<String, String> dump(FileTree tree) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Entry each : tree.entries()) {
            if (each.node() instanceof RegularFile file) {
                byte[] bytes = file.content().readAll();
                String content = bytes.length > LARGEST_SHOWN
                        ? Digest.compute(Algorithm.SHA_256, bytes).toString()
                        : new String(bytes, StandardCharsets.ISO_8859_1);
                files.put(
                        each.path().toString(),
                        Integer.toOctalString(file.attributes().mode()) + " " + content);
            } else if (each.node() instanceof Symlink link) {
                files.put(each.path().toString(), "-> " + link.target());
            }
        }
        return files;
    }

    static Map<String, String> variables(String dumped) {
        byte[] bytes = dumped.substring(dumped.indexOf(' ') + 1).getBytes(StandardCharsets.ISO_8859_1);
        return new HashMap<>(GrubEnvironment.parse(bytes).variables());
    }

    FileTree seedContent(GadgetLayout layout) {
        return layout.get(Role.SYSTEM_SEED).files();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
