package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers.
 *
 * <pre>
 *   name: text                      one line
 *   name:                           nested; what follows decides:
 *       text                        4 blanks more: lines of a text
 *     - item                        2 blanks more and "-": a list
 *     key: value                    2 blanks more: a map
 * </pre>
 *
 * A value inside a list or a map is nested by two blanks more than its list or map.
 */
final class HeaderParser {

    /** Every level costs a line that is two blanks longer: the 128 KiB of a stream's headers hold 361 levels. */
    static final int DEPTH_LIMIT = 400;

    private final Lines lines;
    private final @Nullable Map<String, Integer> places;

    private HeaderParser(String text, @Nullable Map<String, Integer> places) {
        this.lines = new Lines(text);
        this.places = places;
    }

    static HeaderMap parse(String text) {
        return new HeaderParser(text, null).headers();
    }

    /** Read the text once more and return in which line each value starts, by its path. */
    static Map<String, Integer> linesByPath(String text) {
        Map<String, Integer> places = new HashMap<>();
        new HeaderParser(text, places).headers();
        return places;
    }

    private HeaderMap headers() {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        while (lines.hasCurrent()) {
            header(headers);
        }
        return new HeaderMap(headers);
    }

    private void header(Map<String, HeaderValue> headers) {
        int colon = lines.colonFrom(lines.start());
        if (colon < 0) {
            throw failure("D05", "there is no \":\" after a header's name");
        }
        String name = lines.slice(lines.start(), colon);
        if (!Names.isHeaderName(name)) {
            throw failure("D06", Quote.of(name) + " is no name for a header: " + NAME_RULE);
        }
        if (headers.containsKey(name)) {
            throw failure("D09", "the header " + Quote.of(name) + " is there twice");
        }
        headers.put(name, value(colon + 1, 0, 1, name));
    }

    /** Read the value whose introduction ends at the given position of the current line. */
    private HeaderValue value(int from, int base, int depth, String path) {
        note(path);
        if (from < lines.end()) {
            return oneLine(from);
        }
        int introduction = lines.number();
        lines.advance();
        if (depth > DEPTH_LIMIT) {
            throw failure("D08", "values are nested deeper than " + DEPTH_LIMIT + " levels");
        }
        if (lines.isIndented(base + 2) && lines.start() + base + 2 < lines.end()) {
            char first = lines.charAt(lines.start() + base + 2);
            if (first == '-') {
                return list(base + 2, depth, path);
            }
            if (first != ' ') {
                return map(base + 2, depth, path);
            }
        }
        return text(introduction, base + 4);
    }

    private HeaderValue oneLine(int from) {
        if (lines.charAt(from) != ' ') {
            throw failure("D07", "a blank is missing behind the \":\" or the \"-\"");
        }
        HeaderText value = new HeaderText(lines.slice(from + 1, lines.end()));
        lines.advance();
        return value;
    }

    private HeaderValue text(int introduction, int indent) {
        if (!lines.isIndented(indent)) {
            throw RuleViolation.atLine(
                    "D08",
                    introduction,
                    "nothing stands under it; an empty text is written with a blank behind the \":\" or the \"-\"");
        }
        StringBuilder text = new StringBuilder(lines.slice(lines.start() + indent, lines.end()));
        lines.advance();
        while (lines.isIndented(indent)) {
            text.append('\n').append(lines.slice(lines.start() + indent, lines.end()));
            lines.advance();
        }
        return new HeaderText(text.toString());
    }

    private HeaderValue list(int indent, int depth, String path) {
        List<HeaderValue> items = new ArrayList<>();
        while (lines.isIndented(indent)
                && lines.start() + indent < lines.end()
                && lines.charAt(lines.start() + indent) == '-') {
            items.add(value(lines.start() + indent + 1, indent, depth + 1, item(path, items.size())));
        }
        return new HeaderList(items);
    }

    private HeaderValue map(int indent, int depth, String path) {
        Map<String, HeaderValue> entries = new LinkedHashMap<>();
        while (lines.isIndented(indent)) {
            int start = lines.start() + indent;
            int colon = lines.colonFrom(start);
            if (colon < 0) {
                throw failure("D10", "there is no \":\" after a name in a map");
            }
            String key = lines.slice(start, colon);
            if (!Names.isHeaderName(key)) {
                throw failure("D11", Quote.of(key) + " is no name for an entry of a map: " + NAME_RULE);
            }
            if (entries.containsKey(key)) {
                throw failure("D12", Quote.of(key) + " is there twice in a map");
            }
            entries.put(key, value(colon + 1, indent, depth + 1, entry(path, key)));
        }
        return new HeaderMap(entries);
    }

    static final String NAME_RULE = "lower-case letters and digits, single hyphens between, a letter first";

    private void note(String path) {
        if (places != null) {
            places.put(path, lines.number());
        }
    }

    /** Paths are only built when somebody wants them: they cost more than the values. */
    private String item(String path, int index) {
        return places == null ? "" : path + "[" + index + "]";
    }

    private String entry(String path, String key) {
        return places == null ? "" : path + "." + key;
    }

    private RuleViolation failure(String rule, String reason) {
        return RuleViolation.atLine(rule, lines.number(), reason);
    }
}
