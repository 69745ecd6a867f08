package io.coreimage.maven.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What m2e is told about the goals; one that it is not told about is an error in every Eclipse that opens such a POM. */
class EclipseMappingTest {

    private static final Path FILE = Path.of("target", "classes", "META-INF", "m2e", "lifecycle-mapping-metadata.xml");

    @Test
    void everyGoalIsNamedOnce() throws IOException, SAXException, ParserConfigurationException {
        List<String> goals =
                Descriptor.read().goals().stream().map(Descriptor.Goal::name).toList();
        assertThat(elements(mapping(), "goal").map(Node::getTextContent))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(goals.stream(), Stream.of("help")).toList());
    }

    /** As m2e reads it from a plugin: executions with a filter and one action, the filter without coordinates. */
    @Test
    void itIsOfTheFormThatM2eReads() throws IOException, SAXException, ParserConfigurationException {
        Element mapping = mapping();
        assertThat(mapping.getTagName()).isEqualTo("lifecycleMappingMetadata");
        assertThat(children(mapping)).containsExactly("pluginExecutions");
        assertThat(elements(mapping, "pluginExecution"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(children(each)).containsExactly("pluginExecutionFilter", "action"));
        assertThat(elements(mapping, "pluginExecutionFilter"))
                .allSatisfy(each -> assertThat(children(each)).containsExactly("goals"));
        assertThat(elements(mapping, "action"))
                .allSatisfy(each -> assertThat(children(each)).containsExactly("ignore"));
    }

    private static Element mapping() throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILE.toFile())
                .getDocumentElement();
    }

    private static Stream<Element> elements(Element parent, String name) {
        return stream(parent.getElementsByTagName(name)).map(Element.class::cast);
    }

    private static List<String> children(Element parent) {
        return stream(parent.getChildNodes())
                .filter(Element.class::isInstance)
                .map(Node::getNodeName)
                .toList();
    }

    private static Stream<Node> stream(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }
}
