package io.coreimage.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The one place that lists folders: a folder's own order differs from disk to disk, the order of this does not. */
public final class Directories {

    private Directories() {}

    /** Return what lies directly in a folder, sorted by name; nothing if there is no such folder. */
    public static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted((a, b) -> name(a).compareTo(name(b))).toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
