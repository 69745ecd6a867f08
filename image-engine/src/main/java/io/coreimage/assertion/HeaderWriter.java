package io.coreimage.assertion;

import java.util.TreeMap;

/** Writes values as they are signed: one way only to write each. */
final class HeaderWriter {

    private final StringBuilder out = new StringBuilder();

    /** Write a header. An empty list or map has no form, it vanishes with its name. */
    void header(String name, HeaderValue value) {
        value(name + ":", value, 0);
    }

    private void value(String introduction, HeaderValue value, int base) {
        if (value instanceof HeaderText text) {
            text(introduction, text.text(), base);
        } else if (value instanceof HeaderList list && !list.items().isEmpty()) {
            line(introduction);
            list.items().forEach(item -> value(" ".repeat(base + 2) + "-", item, base + 2));
        } else if (value instanceof HeaderMap map && !map.entries().isEmpty()) {
            line(introduction);
            new TreeMap<>(map.entries())
                    .forEach((key, entry) -> value(" ".repeat(base + 2) + key + ":", entry, base + 2));
        }
    }

    private void text(String introduction, String text, int base) {
        if (text.indexOf('\n') < 0) {
            line(introduction + " " + text);
            return;
        }
        line(introduction);
        String indent = " ".repeat(base + 4);
        for (String part : text.split("\n", -1)) {
            line(indent + part);
        }
    }

    private void line(String line) {
        if (out.length() > 0) {
            out.append('\n');
        }
        out.append(line);
    }

    /** Return everything written, without a line feed at the end. */
    String written() {
        return out.toString();
    }
}
