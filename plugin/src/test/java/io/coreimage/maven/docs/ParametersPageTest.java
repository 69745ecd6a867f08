package io.coreimage.maven.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.maven.docs.Descriptor.Goal;
import io.coreimage.maven.docs.Descriptor.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The reference of goals and parameters is what the plugin itself says; {@code -Dwrite.docs} writes it anew. */
class ParametersPageTest {

    private static final Path PAGE = Path.of("..", "docs", "parameters.md");

    private static final Pattern OPTION = Pattern.compile("-D(core-image\\.[A-Za-z]+)");

    private static final String HEAD = """
            # Goals and parameters

            Generated from the plugin: `mvn -pl image-engine,plugin -am test -Dtest=ParametersPageTest -Dwrite.docs
            -Dsurefire.failIfNoSpecifiedTests=false`. In a terminal, `mvn core-image:help -Ddetail -Dgoal=assemble` tells the same.
            A parameter is an element in the plugin's `<configuration>`, or its property on the command line.

            """;

    private static Descriptor plugin;

    @BeforeAll
    static void read() throws IOException, SAXException, ParserConfigurationException {
        plugin = Descriptor.read();
    }

    /** A command of its own, with options that it knows. */
    @Test
    void everyGoalHasAnExample() {
        for (Goal goal : plugin.goals()) {
            assertThat(goal.text()).as(goal.name()).endsWith(".");
            String command = goal.example().orElse("none");
            assertThat(command).startsWith("mvn core-image:" + goal.name());
            List<String> known =
                    goal.parameters().stream().map(Parameter::property).toList();
            assertThat(OPTION.matcher(command).results().map(each -> each.group(1)))
                    .as(goal.name())
                    .isSubsetOf(known);
        }
    }

    @Test
    void everyParameterHasAnExample() {
        for (Goal goal : plugin.goals()) {
            for (Parameter each : goal.parameters()) {
                assertThat(each.example())
                        .as("%s of %s", each.name(), goal.name())
                        .isPresent();
                assertThat(each.text()).as("%s of %s", each.name(), goal.name()).endsWith(".");
            }
        }
    }

    @Test
    void thePageIsWhatThePluginSays() throws IOException {
        if (System.getProperty("write.docs") != null) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).content().isEqualTo(page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("## Goals\n\n| goal | phase | what it does | example |\n|---|---|---|---|\n");
        for (Goal goal : plugin.goals()) {
            String phase = goal.phase().isEmpty() ? "" : "`" + goal.phase() + "`";
            page.append("| `core-image:" + goal.name() + "` | " + phase + " | " + goal.text() + " | "
                    + goal.example().map(each -> "`" + each + "`").orElse("") + " |\n");
        }
        page.append("\n## Parameters\n");
        rows().forEach((row, goals) -> page.append("\n" + row + "\n\nGoals: " + goals + "\n"));
        return page.toString();
    }

    /** Parameters that are the same for several goals stand there once. */
    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        for (Goal goal : plugin.goals()) {
            goal.parameters()
                    .forEach(
                            each -> rows.merge(row(each), "`" + goal.name() + "`", (some, more) -> some + ", " + more));
        }
        return rows;
    }

    private static String row(Parameter each) {
        String title = "### " + each.name() + "\n\n" + each.text();
        String facts = java.util.stream.Stream.of(
                        each.property().isEmpty() ? "In the POM only" : "Property: `" + each.property() + "`",
                        each.preset().isEmpty() ? "" : "default: `" + each.preset() + "`",
                        each.example().map(text -> "example: `" + text + "`").orElse(""))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining("; "));
        return title + "\n\n" + facts;
    }
}
