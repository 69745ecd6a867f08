package io.coreimage.yaml;

import io.coreimage.yaml.YamlNode.Field;
import io.coreimage.yaml.YamlNode.Listing;
import io.coreimage.yaml.YamlNode.Mapping;
import io.coreimage.yaml.YamlNode.Nothing;
import io.coreimage.yaml.YamlNode.Text;
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
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the one document of a YAML file from the parser's events, so that every scalar stays the text it is and nothing
 * hostile grows: the text, the depth and what aliases stand for are bounded. The maps behind {@code <<} give what is not
 * there otherwise.
 */
public final class YamlReader {

    private static final int LARGEST_KIB = 1024;
    private static final int DEEPEST = 64;
    private static final int MOST_VALUES = 100_000;
    private static final String MERGE = "<<";

    private final String file;
    private final Iterator<Event> events;
    private final boolean lenient;
    private final Map<Anchor, Weighed> anchors = new HashMap<>();

    /** A node, and how many values one meets in it when every alias is followed. */
    private record Weighed(YamlNode node, long weight) {}

    private YamlReader(String file, Iterator<Event> events, boolean lenient) {
        this.file = file;
        this.events = events;
        this.lenient = lenient;
    }

    /**
     * Return what a text says; an empty one says nothing.
     * @param file the file's name, for the places
     * @throws YamlException if it is no YAML, has more than one document, or a key twice in a map
     */
    public static YamlNode read(String file, String text) {
        return read(file, text, false);
    }

    /**
     * Return what snapd sees in a text: of several documents the first one, of a key that stands twice the last value.
     * @param file the file's name, for the places
     * @throws YamlException if it is no YAML
     */
    public static YamlNode readLeniently(String file, String text) {
        return read(file, text, true);
    }

    private static YamlNode read(String file, String text, boolean lenient) {
        if (text.length() > LARGEST_KIB << 10) {
            throw new YamlException(new Place(file, 1), "the file is larger than " + LARGEST_KIB + " KiB");
        }
        try {
            LoadSettings settings =
                    LoadSettings.builder().setParseComments(false).build();
            return new YamlReader(file, new Parse(settings).parseString(text).iterator(), lenient).document();
        } catch (MarkedYamlEngineException ex) {
            throw new YamlException(placeOf(file, ex.getProblemMark()), "no YAML: " + oneLine(ex.getProblem()));
        } catch (YamlEngineException ex) {
            throw new YamlException(new Place(file, 1), "no YAML: " + oneLine(String.valueOf(ex.getMessage())));
        }
    }

    private static String oneLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private YamlNode document() {
        while (events.hasNext()) {
            if (events.next() instanceof NodeEvent first) {
                YamlNode root = node(first, 0).node();
                refuseMore();
                return root;
            }
        }
        return new Nothing(new Place(file, 1), "");
    }

    private void refuseMore() {
        while (!lenient && events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent second) {
                throw new YamlException(placeOf(file, second.getStartMark()), "a second document starts here");
            }
        }
    }

    private Weighed node(Event event, int depth) {
        Place place = placeOf(file, event.getStartMark());
        if (depth > DEEPEST) {
            throw new YamlException(place, "nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias, place);
        }
        Weighed built = build(event, place, depth);
        if (built.weight() > MOST_VALUES) {
            throw new YamlException(place, "more than " + MOST_VALUES + " values, counting what aliases stand for");
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, built));
        return built;
    }

    private Weighed aliased(AliasEvent alias, Place place) {
        Weighed known = anchors.get(alias.getAlias());
        if (known == null) {
            throw new YamlException(place, "no anchor \"" + alias.getAlias().getValue() + "\" before this alias");
        }
        return known;
    }

    private Weighed build(Event event, Place place, int depth) {
        if (event instanceof ScalarEvent scalar) {
            return new Weighed(scalar(scalar, place), 1);
        }
        return event instanceof SequenceStartEvent ? listing(place, depth) : mapping(place, depth);
    }

    private static YamlNode scalar(ScalarEvent event, Place place) {
        Text text = new Text(place, event.getValue(), event.isPlain());
        return text.isNothing() ? new Nothing(place, text.value()) : text;
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
            } else if (fields.put(key.value(), new Field(key, value.node())) != null && !lenient) {
                throw new YamlException(key.place(), "\"" + key.value() + "\" stands twice");
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
        if (key instanceof Nothing nothing) {
            return new Text(key.place(), nothing.written(), true);
        }
        throw new YamlException(key.place(), "a key must be a text, not " + key.kind());
    }

    private static void merge(Map<String, Field> into, YamlNode from) {
        if (from instanceof Mapping mapping) {
            mapping.fields().forEach(into::putIfAbsent);
        } else if (from instanceof Listing listing && listing.items().stream().allMatch(Mapping.class::isInstance)) {
            listing.items().forEach(each -> merge(into, each));
        } else {
            throw new YamlException(from.place(), "only maps can be merged with <<");
        }
    }

    private static Place placeOf(String file, Optional<Mark> mark) {
        return new Place(file, mark.map(each -> each.getLine() + 1).orElse(1));
    }
}
