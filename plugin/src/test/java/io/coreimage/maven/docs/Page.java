package io.coreimage.maven.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page for users.
 * @param file where it is
 * @param lines what is in it
 */
record Page(Path file, List<String> lines) {

    private static final String FENCE = "```";

    /** Return all pages for users: the README, those of {@code docs} and those of the examples. */
    static List<Page> all(Path root) {
        try (Stream<Path> docs = Files.list(root.resolve("docs"));
                Stream<Path> examples = Files.list(root.resolve("examples"))) {
            return Stream.of(
                            Stream.of(root.resolve("README.md")),
                            docs.filter(each -> each.toString().endsWith(".md")),
                            examples.map(each -> each.resolve("README.md")).filter(Files::exists))
                    .flatMap(each -> each)
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readAllLines(file));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Return its blocks in order. */
    List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                if (start >= 0) {
                    fences.add(fence(start, i));
                }
                start = start < 0 ? i : -1;
            }
        }
        return fences;
    }

    private Fence fence(int start, int end) {
        String[] words = lines.get(start).substring(FENCE.length()).strip().split("\\s+", 2);
        String text = String.join("\n", lines.subList(start + 1, end)) + "\n";
        return new Fence(start + 1, words[0], words.length > 1 ? words[1] : "", text);
    }

    @Override
    public String toString() {
        Path folder = file.toAbsolutePath().getParent();
        return folder.getFileName() + "/" + file.getFileName();
    }
}
