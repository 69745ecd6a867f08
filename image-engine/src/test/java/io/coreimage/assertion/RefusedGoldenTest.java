package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bad assertions, each beside the sentence that it earns. */
class RefusedGoldenTest {

    @TestFactory
    Stream<DynamicTest> everyBadAssertionEarnsItsSentence() throws IOException, URISyntaxException {
        return inputs().stream().map(input -> DynamicTest.dynamicTest(name(input), () -> check(input)));
    }

    private static void check(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        AssertionException refusal = catchThrowableOfType(AssertionException.class, () -> Assertion.decode(bytes));
        assertThat(refusal.getMessage() + "\n")
                .isEqualTo(Files.readString(input.resolveSibling(name(input) + ".expected")));
    }

    private static List<Path> inputs() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(RefusedGoldenTest.class.getResource("/assertion/refused"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(each -> each.toString().endsWith(".input"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static String name(Path input) {
        return input.getFileName().toString().replace(".input", "");
    }
}
