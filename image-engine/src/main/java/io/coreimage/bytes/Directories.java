package io.coreimage.bytes;

import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one place that lists folders: a folder's own order differs from disk to disk, the order of this does not. It is
 * that of the names' UTF-8 bytes.
 */
public final class Directories {

    private Directories() {}

    /** Return what lies directly in a folder, sorted by name; nothing if there is no such folder. */
    public static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(Directories::fileName, TreePath::compareNames))
                    .toList();
        }
    }

    /**
     * Return a folder with everything below it, with modes, owners, times, extended attributes of users and hard links
     * as far as the machine knows them. No file's content is read yet.
     */
    public static FileTree scan(Path folder) {
        return new DirectoryScan(folder).scan();
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Return the name of a file, which must be readable in whatever locale Java was started. */
    static String name(Path path) {
        String name = fileName(path);
        if (name.indexOf('\uFFFD') >= 0) {
            throw new FaultException(
                    "cannot read the name of \"" + path + "\": it has bytes that this locale does not know",
                    "Start Java in a locale of UTF-8 (LC_ALL=C.UTF-8), or rename the file.",
                    null);
        }
        return name;
    }

    /** Return why something failed, without the path that is named already. */
    static String reason(IOException ex) {
        String name = ex.getClass().getSimpleName();
        return switch (name) {
            case "NoSuchFileException" -> "it does not exist";
            case "NotDirectoryException" -> "it is no folder";
            case "AccessDeniedException" -> "it may not be read";
            default -> String.valueOf(ex.getMessage());
        };
    }
}
