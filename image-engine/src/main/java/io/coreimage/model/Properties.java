package io.coreimage.model;

import io.coreimage.problem.NearestName;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces <code>${name}</code> in the headers that differ from one brand, store or release to the next. What goes into
 * an image — snaps, channels, grade — stands in the model itself, and so does the time of signing.
 * @param values the values by name
 */
record Properties(Map<String, String> values) {

    /** The headers in which properties are replaced. */
    static final Set<String> HEADERS = Set.of("authority-id", "brand-id", "store", "model", "display-name", "revision");

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^{}]*)}");

    Properties {
        values = Map.copyOf(values);
    }

    String replaceIn(Node.Text text, String header, ModelRefusal refusal) {
        Matcher matcher = PROPERTY.matcher(text.text());
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            String value = value(matcher.group(1), header, text.place(), refusal);
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(replaced).toString();
    }

    private String value(String name, String header, String place, ModelRefusal refusal) {
        if (!HEADERS.contains(header)) {
            String advice = header.equals("timestamp")
                    ? "Leave the line out: the build's timestamp is put there."
                    : "Write the value itself, or the model into the POM, where Maven replaces properties everywhere.";
            throw refusal.at(place, "${" + name + "} is not replaced in \"" + header + "\"", advice);
        }
        String value = values.get(name);
        if (value == null) {
            String question = NearestName.question(name, values.keySet());
            throw refusal.at(
                    place, "no property is called \"" + name + "\"" + question, "Define it in the POM or with -D.");
        }
        return value;
    }
}
