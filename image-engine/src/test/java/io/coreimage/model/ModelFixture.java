package io.coreimage.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Models in files, whatever their form. */
final class ModelFixture {

    static final Path FILES = Path.of("src/test/resources/model");

    private ModelFixture() {}

    static ModelText read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            String text = Files.readString(file);
            return name.endsWith(".json")
                    ? ModelText.json(text, name)
                    : name.endsWith(".yaml") ? ModelText.yaml(text, name) : ModelText.xml(xml(file));
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    private static ModelElement xml(Path file) throws IOException {
        try {
            return element(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException ex) {
            throw new AssertionError(ex);
        }
    }

    private static ModelElement element(Element element) {
        NodeList nodes = element.getChildNodes();
        List<Node> children =
                IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
        StringBuilder text = new StringBuilder();
        children.stream()
                .filter(child -> child.getNodeType() == Node.TEXT_NODE)
                .forEach(child -> text.append(child.getNodeValue()));
        return new ModelElement(
                element.getTagName(),
                text.toString().strip(),
                children.stream()
                        .filter(Element.class::isInstance)
                        .map(child -> element((Element) child))
                        .toList());
    }
}
