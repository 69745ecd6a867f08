package io.coreimage.gadget;

import io.coreimage.gadget.YamlNode.Field;
import io.coreimage.gadget.YamlNode.Listing;
import io.coreimage.gadget.YamlNode.Mapping;
import io.coreimage.gadget.YamlNode.Nothing;
import io.coreimage.gadget.YamlNode.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the first document of a YAML file from the parser's events, so that every scalar stays the text it is and
 * nothing hostile grows: the text, the depth and what aliases stand for are bounded.
 */
final class YamlReader {

    private static final int LARGEST_TEXT = 256 << 10;
    private static final int DEEPEST = 64;
    private static final long MOST_NODES = 100_000;
    private static final String MERGE = "<<";

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, Weighed> anchors = new HashMap<>();

    /** A node, and how many nodes one meets in it when every alias is followed. */
    private record Weighed(YamlNode node, long weight) {}

    private YamlReader(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /**
     * Read a document; an empty one is nothing.
     * @param file the file's name, for the places
     */
    static YamlNode read(String file, String text) {
        if (text.length() > LARGEST_TEXT) {
            throw Rule.YAML.refuse(new Place(file, 1), "the file is larger than 256 KiB");
        }
        try {
            LoadSettings settings =
                    LoadSettings.builder().setParseComments(false).build();
            return new YamlReader(file, new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException ex) {
            throw Rule.YAML.refuse(placeOf(file, ex.getProblemMark()), "no YAML: " + oneLine(ex.getProblem()));
        } catch (YamlEngineException ex) {
            throw Rule.YAML.refuse(new Place(file, 1), "no YAML: " + oneLine(String.valueOf(ex.getMessage())));
        }
    }

    private static String oneLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private YamlNode document() {
        while (events.hasNext()) {
            if (events.next() instanceof NodeEvent first) {
                return node(first, 0).node();
            }
        }
        return new Nothing(new Place(file, 1));
    }

    private Weighed node(Event event, int depth) {
        Place place = placeOf(file, event.getStartMark());
        if (depth > DEEPEST) {
            throw Rule.YAML.refuse(place, "nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias, place);
        }
        Weighed built = build(event, place, depth);
        if (built.weight() > MOST_NODES) {
            throw Rule.YAML.refuse(place, "more than " + MOST_NODES + " values, counting what aliases stand for");
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, built));
        return built;
    }

    private Weighed aliased(AliasEvent alias, Place place) {
        Weighed known = anchors.get(alias.getAlias());
        if (known == null) {
            throw Rule.YAML.refuse(place, "no anchor \"" + alias.getAlias().getValue() + "\" before this alias");
        }
        return known;
    }

    private Weighed build(Event event, Place place, int depth) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, place);
        }
        return event instanceof SequenceStartEvent ? listing(place, depth) : mapping(place, depth);
    }

    private static Weighed scalar(ScalarEvent event, Place place) {
        Text text = new Text(place, event.getValue(), event.isPlain());
        return new Weighed(text.isNull() ? new Nothing(place) : text, 1);
    }

    private Weighed listing(Place place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        long weight = 1;
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            Weighed item = node(event, depth + 1);
            items.add(item.node());
            weight += item.weight();
        }
        return new Weighed(new Listing(place, items), weight);
    }

    private Weighed mapping(Place place, int depth) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, Field> merged = new LinkedHashMap<>();
        long weight = 1;
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            Text key = key(event, depth);
            Weighed value = node(events.next(), depth + 1);
            weight += 1 + value.weight();
            if (key.plain() && key.value().equals(MERGE)) {
                merge(merged, value.node());
            } else {
                fields.put(key.value(), new Field(key, value.node()));
            }
        }
        merged.forEach(fields::putIfAbsent);
        return new Weighed(new Mapping(place, fields), weight);
    }

    private Text key(Event event, int depth) {
        YamlNode key = node(event, depth + 1).node();
        if (key instanceof Text text) {
            return text;
        }
        if (key instanceof Nothing) {
            return new Text(key.place(), "", true);
        }
        throw Rule.YAML.refuse(key.place(), "a key must be a plain word");
    }

    private static void merge(Map<String, Field> into, YamlNode from) {
        if (from instanceof Mapping mapping) {
            mapping.fields().forEach(into::putIfAbsent);
        } else if (from instanceof Listing listing && listing.items().stream().allMatch(Mapping.class::isInstance)) {
            listing.items().forEach(each -> merge(into, each));
        } else {
            throw Rule.YAML.refuse(from.place(), "only mappings can be merged with <<");
        }
    }

    private static Place placeOf(String file, Optional<Mark> mark) {
        return new Place(file, mark.map(each -> each.getLine() + 1).orElse(1));
    }
}
