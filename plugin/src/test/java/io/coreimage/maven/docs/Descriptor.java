package io.coreimage.maven.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The goals and parameters of the plugin, as its descriptor tells them to Maven.
 * @param goals the goals, sorted
 */
record Descriptor(List<Goal> goals) {

    private static final Path FILE = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

    /**
     * A goal.
     * @param name its name
     * @param phase the phase that it is bound to by default, or nothing
     * @param description what it does, in HTML, with an example at the end
     * @param parameters what a user may set
     */
    record Goal(String name, String phase, String description, List<Parameter> parameters) {

        /** Return the description without its example, in Markdown. */
        String text() {
            return withoutExample(description);
        }

        /** Return the example, in Markdown. */
        Optional<String> example() {
            return exampleOf(description);
        }
    }

    /**
     * A parameter of a goal.
     * @param name its element in a POM
     * @param property its property on the command line, or nothing
     * @param preset its default value, or nothing
     * @param description what it is, in HTML, with an example at the end
     */
    record Parameter(String name, String property, String preset, String description) {

        /** Return the description without its example, in Markdown. */
        String text() {
            return withoutExample(description);
        }

        /** Return the example, in Markdown. */
        Optional<String> example() {
            return exampleOf(description);
        }
    }

    private static String withoutExample(String description) {
        return markdown(description.replaceFirst("(?s)\\s*Example:.*", ""));
    }

    private static Optional<String> exampleOf(String description) {
        int at = description.indexOf("Example:");
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        markdown(description.substring(at + "Example:".length()).strip()));
    }

    static Descriptor read() throws IOException, SAXException, ParserConfigurationException {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILE.toFile())
                .getDocumentElement();
        return new Descriptor(elements(plugin, "mojo").stream()
                .map(Descriptor::goal)
                .filter(each -> !each.name().equals("help"))
                .sorted(java.util.Comparator.comparing(Goal::name))
                .toList());
    }

    private static Goal goal(Element mojo) {
        return new Goal(
                text(mojo, "goal"),
                text(mojo, "phase"),
                text(mojo, "description"),
                elements(mojo, "parameter").stream()
                        .filter(each -> text(each, "editable").equals("true"))
                        .map(each -> parameter(mojo, each))
                        .toList());
    }

    private static Parameter parameter(Element mojo, Element parameter) {
        String name = text(parameter, "name");
        Element configuration = elements(mojo, "configuration").get(0);
        List<Element> values = elements(configuration, name);
        String expression = values.isEmpty() ? "" : values.get(0).getTextContent();
        String preset = values.isEmpty() ? "" : values.get(0).getAttribute("default-value");
        return new Parameter(name, expression.replaceAll("[${}]", ""), preset, text(parameter, "description"));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    /** Return HTML as Markdown that fits into a line of a table. */
    static String markdown(String html) {
        return html.replaceAll("</?code>", "`")
                .replaceAll("\\s*</?p>\\s*", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replaceAll("` ([^`]+)`", "` $1`")
                .replace("|", "\\|")
                .strip();
    }
}
