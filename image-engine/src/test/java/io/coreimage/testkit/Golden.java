package io.coreimage.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Inputs under {@code src/test/resources} with what is expected of each in a file beside it, {@code name.expected}.
 * With {@code -DupdateGolden} the expectations are written instead, to be read and committed by a person.
 */
public final class Golden {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {}

    /** Return the inputs in a folder with the given end of name, sorted. */
    public static Stream<Path> inputs(String folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.list(RESOURCES.resolve(folder))) {
            return all.filter(each -> each.toString().endsWith(suffix)).sorted().toList().stream();
        }
    }

    /** Return the text of an input. */
    public static String text(Path input) throws IOException {
        return Files.readString(input);
    }

    /** Compare a result with what is expected of an input. */
    public static void compare(Path input, String actual) throws IOException {
        Path expected =
                input.resolveSibling(input.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".expected");
        if (System.getProperty("updateGolden") != null) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).describedAs(input.toString()).isEqualTo(Files.readString(expected));
    }
}
