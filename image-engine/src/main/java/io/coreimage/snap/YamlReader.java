package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads a small YAML text as plain scalars; aliases are followed, but only as far as a small text reasonably goes. */
final class YamlReader {

    /** A snap.yaml of a hundred apps has some thousand nodes. */
    private static final int MOST_NODES = 100_000;

    private static final int DEEPEST = 50;
    private static final String TOO_MUCH = "too many values, or values too deep in others";
    private static final int LONGEST = 1 << 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(LONGEST)
            .build();

    private int nodes;

    private YamlReader() {}

    /** Return the map that the text holds; an empty text is an empty map. */
    static Map<String, YamlNode> readMap(String text) {
        try {
            refuseDepth(new Parse(SETTINGS).parseString(text));
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            return root.isEmpty()
                    ? Map.of()
                    : new YamlReader().convert(root.get(), 0).map("the top");
        } catch (MarkedYamlEngineException ex) {
            throw refused(line(ex.getProblemMark()), String.valueOf(ex.getProblem()));
        } catch (YamlEngineException ex) {
            throw refused(1, String.valueOf(ex.getMessage()));
        }
    }

    /** The composer calls itself for every level, so the levels are counted before it is let loose. */
    private static void refuseDepth(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw refused(line(event.getStartMark()), TOO_MUCH);
            }
        }
    }

    /** Return a refusal that readers complete with what they were reading. */
    static RefusedException refused(int line, String reason) {
        return new RefusedException("line " + line + ": " + reason);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(each -> each.getLine() + 1).orElse(1);
    }

    private YamlNode convert(Node node, int depth) {
        int line = line(node.getStartMark());
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw refused(line, TOO_MUCH);
        }
        if (node instanceof MappingNode mapping) {
            return new YamlNode.Mapping(line, entries(mapping, depth));
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = sequence.getValue().stream()
                    .map(each -> convert(each, depth + 1))
                    .toList();
            return new YamlNode.Sequence(line, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlNode.Scalar(line, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
    }

    private Map<String, YamlNode> entries(MappingNode mapping, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple each : mapping.getValue()) {
            YamlNode key = convert(each.getKeyNode(), depth + 1);
            String name = key instanceof YamlNode.Scalar scalar ? scalar.value() : key.text("a key");
            if (entries.put(name, convert(each.getValueNode(), depth + 1)) != null) {
                throw refused(key.line(), "\"" + name + "\" stands twice");
            }
        }
        return Collections.unmodifiableMap(entries);
    }
}
