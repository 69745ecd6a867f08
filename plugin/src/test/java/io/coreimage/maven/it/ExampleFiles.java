package io.coreimage.maven.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Files of {@code examples/}, copied for a project of {@code src/it} as a user would copy them. */
public final class ExampleFiles {

    private ExampleFiles() {}

    /**
     * Copy an example, or some of it.
     * @param folder where to, somewhere below {@code plugin/target/it}
     * @param example its name
     * @param only names of files and folders at the top of the example; all where none is given
     */
    public static void copy(File folder, String example, String... only) throws IOException {
        copyTree(example(folder.toPath(), example), folder.toPath(), List.of(only));
    }

    /** Copy a folder with all that is in it, as a second clone would have it. */
    public static void copyAll(File from, File to) throws IOException {
        copyTree(from.toPath(), to.toPath(), List.of());
    }

    private static void copyTree(Path from, Path target, List<String> only) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                Path relative = from.relativize(each);
                if (isWanted(relative.getName(0).toString(), only)) {
                    Path to = target.resolve(relative);
                    Files.createDirectories(to.getParent());
                    Files.copy(each, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static boolean isWanted(String top, List<String> only) {
        return only.isEmpty() ? !top.equals("target") : only.contains(top);
    }

    private static Path example(Path project, String name) {
        for (Path above = project.toAbsolutePath(); above != null; above = above.getParent()) {
            Path example = above.resolve("examples").resolve(name);
            if (Files.isDirectory(example)) {
                return example;
            }
        }
        throw new IllegalStateException("no examples/" + name + " above " + project);
    }
}
