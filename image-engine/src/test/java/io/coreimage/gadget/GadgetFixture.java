package io.coreimage.gadget;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A gadget.yaml whose first comments say what model it is for and which files the gadget and the kernel have:
 * {@code # gadget: path size}, {@code # gadget: path -> target}, {@code # gadget: path/}.
 */
record GadgetFixture(Path file, String yaml) {

    static final Instant TIME = Instant.parse("2024-01-15T10:00:00Z");
    private static final Path FOLDER = Path.of("src/test/resources/gadget");

    static Stream<GadgetFixture> all(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(GadgetFixture::read);
        }
    }

    private static GadgetFixture read(Path file) {
        try {
            return new GadgetFixture(file, Files.readString(file));
        } catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    String expected() throws IOException {
        String name = file.getFileName().toString();
        return Files.readString(file.resolveSibling(name.substring(0, name.length() - 4) + "expected"));
    }

    GadgetLayout layOut() throws IOException {
        GadgetLayout layout = GadgetLayout.of(Gadget.parse(yaml, model()), tree("gadget"), tree("kernel"), TIME);
        layout.volumes().forEach(volume -> grown(volume).check(sector()));
        return layout;
    }

    private static LaidOutVolume grown(LaidOutVolume volume) {
        LaidOutStructure data = volume.find(Role.SYSTEM_DATA);
        return data == null || data.size().bytes() > 0 ? volume : volume.withSize(Role.SYSTEM_DATA, Size.ofMiB(16));
    }

    private ModelKind model() {
        return switch (said("model").get(0)) {
            case "uc18" -> ModelKind.CORE;
            case "uc20" -> ModelKind.CORE_WITH_MODES;
            default -> throw new IllegalStateException("model of " + file);
        };
    }

    private Size sector() {
        List<String> said = said("sector");
        return Size.parse(said.isEmpty() ? "512" : said.get(0));
    }

    private List<String> said(String key) {
        String start = "# " + key + ": ";
        return yaml.lines()
                .filter(each -> each.startsWith(start))
                .map(each -> each.substring(start.length()))
                .toList();
    }

    private FileTree tree(String key) {
        FileTree.Builder tree = FileTree.builder(FileTree.Attributes.directory(TIME));
        said(key).forEach(line -> add(tree, line));
        said(key + "-yaml").forEach(line -> tree.file("meta/" + key + ".yaml", line.getBytes(StandardCharsets.UTF_8)));
        return tree.build();
    }

    private static void add(FileTree.Builder tree, String line) {
        if (line.contains(" -> ")) {
            String[] link = line.split(" -> ", -1);
            tree.symlink(link[0], link[1]);
        } else if (line.endsWith("/")) {
            tree.directory(line.substring(0, line.length() - 1));
        } else {
            String[] words = line.split(" ", -1);
            byte[] content = new byte[Integer.parseInt(words[1])];
            Arrays.fill(content, (byte) words[0].charAt(0));
            tree.file(words[0], content);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
