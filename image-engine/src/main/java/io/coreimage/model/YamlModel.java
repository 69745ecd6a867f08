package io.coreimage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads a model in YAML, where every scalar is a text: {@code revision: 2} and {@code classic: true} need no quotes. */
final class YamlModel {

    private static final int DEEPEST = 50;

    private final ModelRefusal refusal;

    private YamlModel(ModelRefusal refusal) {
        this.refusal = refusal;
    }

    static Node read(String text, ModelRefusal refusal) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .setLabel("model")
                .build();
        try {
            YamlModel model = new YamlModel(refusal);
            model.refuseDepth(new Parse(settings).parseString(text));
            Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
            return model.node(root.orElseThrow(() -> refusal.of("it is empty", "Write the model's headers as a map.")));
        } catch (MarkedYamlEngineException ex) {
            String place = ex.getProblemMark().map(YamlModel::place).orElse("line 1");
            throw refusal.at(
                    place, "it is not YAML (" + ex.getProblem() + ")", "Mend the file; look at the indentation.");
        } catch (YamlEngineException ex) {
            throw refusal.of("it is not YAML (" + ex.getMessage() + ")", "Mend the file.");
        }
    }

    /** The composer calls itself for every level, so the levels are counted before it is let loose. */
    private void refuseDepth(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                String place = event.getStartMark().map(YamlModel::place).orElse("line 1");
                throw refusal.at(place, "it is nested too deeply", "No header of a model needs that.");
            }
        }
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node) {
        String place = node.getStartMark().map(YamlModel::place).orElse("line 1");
        if (node instanceof ScalarNode scalar) {
            return new Node.Text(scalar.getValue(), place);
        }
        return node instanceof SequenceNode list
                ? new Node.Items(items(list), place)
                : new Node.Entries(entries((MappingNode) node), place);
    }

    private List<Node> items(SequenceNode list) {
        List<Node> items = new ArrayList<>();
        for (org.snakeyaml.engine.v2.nodes.Node item : list.getValue()) {
            items.add(node(item));
        }
        return items;
    }

    private List<Node.Entry> entries(MappingNode map) {
        List<Node.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : map.getValue()) {
            Node name = node(tuple.getKeyNode());
            if (!(name instanceof Node.Text text)) {
                throw refusal.at(name.place(), "a name is a text", "Mend the file.");
            }
            entries.add(new Node.Entry(text.text(), text.place(), node(tuple.getValueNode())));
        }
        return entries;
    }

    private static String place(Mark mark) {
        return "line " + (mark.getLine() + 1);
    }
}
