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
     * Copy an example.
     * @param project the folder of a project of {@code src/it}, cloned to {@code plugin/target/it}
     * @param example its name
     * @param except names of files and folders at the top of the example that stay away
     */
    public static void copy(File project, String example, String... except) throws IOException {
        Path from = example(project.toPath(), example);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                Path relative = from.relativize(each);
                if (!isLeftOut(relative, except)) {
                    Path to = project.toPath().resolve(relative);
                    Files.createDirectories(to.getParent());
                    Files.copy(each, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static boolean isLeftOut(Path relative, String... except) {
        String top = relative.getName(0).toString();
        return top.equals("target") || List.of(except).contains(top);
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
