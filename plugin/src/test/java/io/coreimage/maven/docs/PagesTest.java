package io.coreimage.maven.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What the pages for users say, compared with the program. */
class PagesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Snippets are read, not run; {@code device} is typed where none of our programs is. */
    private static final Set<String> LANGUAGES = Set.of("sh", "text", "xml", "json", "yaml", "properties", "");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern OPTION = Pattern.compile("(core-image\\.[a-z][A-Za-z]+)");
    private static final Pattern GOAL = Pattern.compile("core-image:([a-z][a-z-]+)");
    private static final Set<String> FILES =
            Set.of("core-image.lock", "core-image.assertions", "core-image.used", "core-image.stamp");
    private static final Set<String> SENTENCES_OF_MAVEN =
            Set.of("No plugin found for prefix 'core-image'", "Unknown packaging: core-image");

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockIsOneThatATestKnows(Page page) {
        assertThat(page.fences()).allSatisfy(each -> {
            assertThat(LANGUAGES).as("line %d", each.line()).contains(each.language());
            if (each.language().equals("sh")) {
                assertThat(Set.of("", "fails", "device"))
                        .as("line %d", each.line())
                        .contains(each.label());
            }
            if (each.label().equals("device")) {
                assertThat(page.file()).hasFileName("first-boot.md");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Page page) {
        for (String line : page.lines()) {
            LINK.matcher(line)
                    .results()
                    .map(each -> each.group(1))
                    .filter(each -> !each.contains(":"))
                    .forEach(
                            each -> assertThat(page.file().resolveSibling(each)).exists());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void optionsAndGoalsExist(Page page) {
        Set<String> options = find(Pattern.compile("property = \"(core-image\\.[A-Za-z]+)\""));
        Set<String> goals = find(Pattern.compile("@Mojo\\(name = \"([a-z-]+)\""));
        goals.add("help");
        for (String line : page.lines()) {
            matches(OPTION, line)
                    .filter(each -> FILES.stream().noneMatch(each::startsWith))
                    .filter(each -> !each.equals("core-image.key") && !each.equals("core-image.version"))
                    .forEach(each -> assertThat(options).contains(each));
            matches(GOAL, line).forEach(each -> assertThat(goals).contains(each));
        }
    }

    private static Set<String> find(Pattern pattern) {
        return Stream.of(sources(ROOT.resolve("plugin/src/main/java")))
                .flatMap(each -> matches(pattern, each))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult each) -> each.group(1));
    }

    @Test
    void theSentencesOfTroubleshootingAreReal() {
        String said = sources(ROOT.resolve("plugin/src/main/java"))
                + sources(ROOT.resolve("image-engine/src/main/java"))
                + texts(ROOT.resolve("image-engine/src/test/resources"), ".expected");
        List<String> sentences = Page.read(ROOT.resolve("docs/troubleshooting.md")).lines().stream()
                .filter(each -> each.startsWith("`") && each.endsWith("`"))
                .map(each -> each.substring(1, each.length() - 1))
                .filter(each -> !SENTENCES_OF_MAVEN.contains(each))
                .toList();
        assertThat(sentences).hasSizeGreaterThan(25);
        assertThat(sentences.stream()
                        .flatMap(each -> Arrays.stream(each.split("…")))
                        .map(String::strip)
                        .filter(each -> each.length() > 2 && !said.contains(each)))
                .isEmpty();
    }

    /** Sources with the literals that stand over several lines joined, and quotes as the user sees them. */
    private static String sources(Path folder) {
        return texts(folder, ".java").replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");
    }

    private static String texts(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .map(PagesTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Test
    void theReadmesPomIsWholeAndShort() throws IOException, ParserConfigurationException, SAXException {
        Fence fence = readme().fences().stream()
                .filter(each -> each.language().equals("xml") && each.text().startsWith("<project>"))
                .findFirst()
                .orElseThrow();
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(
                        fence.text().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(fence.text().lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(pom.getElementsByTagName("packaging").item(0).getTextContent())
                .isEqualTo("core-image");
        assertThat(pom.getElementsByTagName("extensions").item(0).getTextContent())
                .isEqualTo("true");
    }

    private static Page readme() {
        return Page.read(ROOT.resolve("README.md"));
    }

    static List<Page> pages() {
        return Page.all(ROOT);
    }
}
