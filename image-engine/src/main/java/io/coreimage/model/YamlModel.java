package io.coreimage.model;

import io.coreimage.yaml.Place;
import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import io.coreimage.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads a model in YAML, where every scalar is a text: {@code revision: 2} and {@code classic: true} need no quotes. */
final class YamlModel {

    private YamlModel() {}

    static Node read(String text, ModelRefusal refusal) {
        try {
            YamlNode root = YamlReader.read("model", text);
            if (root.isNothing()) {
                throw refusal.of("it is empty", "Write the model's headers as a map.");
            }
            return node(root);
        } catch (YamlException ex) {
            throw refusal.at(place(ex.place()), ex.reason(), "Mend the file.");
        }
    }

    private static Node node(YamlNode node) {
        String place = place(node.place());
        if (node instanceof YamlNode.Listing list) {
            return new Node.Items(list.items().stream().map(YamlModel::node).toList(), place);
        }
        if (node instanceof YamlNode.Mapping map) {
            return new Node.Entries(entries(map), place);
        }
        return new Node.Text(
                node instanceof YamlNode.Nothing nothing ? nothing.written() : node.text("a value"), place);
    }

    private static List<Node.Entry> entries(YamlNode.Mapping map) {
        List<Node.Entry> entries = new ArrayList<>();
        map.fields()
                .forEach((name, field) ->
                        entries.add(new Node.Entry(name, place(field.key().place()), node(field.value()))));
        return entries;
    }

    private static String place(Place place) {
        return "line " + place.line();
    }
}
