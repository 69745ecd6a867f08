package io.coreimage.model;

import io.coreimage.assertion.HeaderList;
import io.coreimage.assertion.HeaderMap;
import io.coreimage.assertion.HeaderText;
import io.coreimage.assertion.HeaderValue;
import io.coreimage.problem.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds what was written against the schema, and makes headers of it. */
final class HeaderBuilder {

    private static final String FORMS = "See docs/models.md for what each header looks like.";

    private final ModelRefusal refusal;
    private final ModelRules rules;
    private final Properties properties;
    private final List<String> warnings = new ArrayList<>();

    HeaderBuilder(ModelRefusal refusal, ModelRules rules) {
        this.refusal = refusal;
        this.rules = rules;
        this.properties = new Properties(rules.properties());
    }

    List<String> warnings() {
        return warnings;
    }

    HeaderMap headers(Node root) {
        Node decided = Elements.decide(root, ModelSchema.HEADERS, refusal);
        if (!(decided instanceof Node.Entries entries)) {
            throw refusal.at(root.place(), "a model is a map of headers", "Write its headers as one object.");
        }
        return fields(entries, ModelSchema.HEADERS, "");
    }

    private HeaderValue value(Node node, Shape shape, String path) {
        Node decided = Elements.decide(node, shape, refusal);
        if (decided instanceof Node.Stranger stranger) {
            String reason = quoted(path) + " is " + stranger.kind() + ", not " + shape.noun();
            throw refusal.at(stranger.place(), reason, stranger.advice());
        }
        if (decided instanceof Node.Text text && shape.takesText()) {
            return new HeaderText(text(text, path));
        }
        if (decided instanceof Node.Items items && shape.item().isPresent()) {
            return list(items, shape.item().get(), path);
        }
        return map(decided, shape, path);
    }

    private HeaderValue map(Node node, Shape shape, String path) {
        Shape inner = shape.structure();
        if (node instanceof Node.Entries entries && inner instanceof Shape.Fields fields) {
            return fields(entries, fields, path);
        }
        if (node instanceof Node.Entries entries && inner instanceof Shape.MapOf any) {
            return named(entries, any.value(), path);
        }
        if (node instanceof Node.Entries entries && inner instanceof Shape.Anything) {
            return named(entries, inner, path);
        }
        throw refusal.at(node.place(), quoted(path) + " must be " + shape.noun(), FORMS);
    }

    private HeaderList list(Node.Items items, Shape item, String path) {
        List<HeaderValue> values = new ArrayList<>();
        for (Node each : items.items()) {
            values.add(value(each, item, path + "[" + (values.size() + 1) + "]"));
        }
        return new HeaderList(values);
    }

    private HeaderMap fields(Node.Entries entries, Shape.Fields fields, String path) {
        Map<String, HeaderValue> values = new LinkedHashMap<>();
        for (Node.Entry entry : entries.entries()) {
            Shape shape = fields.fields().get(entry.name());
            if (shape == null) {
                unknown(entry, fields, path);
            }
            put(values, entry, shape == null ? ModelSchema.ANYTHING : shape, path);
        }
        return new HeaderMap(values);
    }

    private HeaderMap named(Node.Entries entries, Shape shape, String path) {
        Map<String, HeaderValue> values = new LinkedHashMap<>();
        entries.entries().forEach(entry -> put(values, entry, shape, path));
        return new HeaderMap(values);
    }

    private void put(Map<String, HeaderValue> values, Node.Entry entry, Shape shape, String path) {
        String inner = path.isEmpty() ? entry.name() : path + "." + entry.name();
        if (values.put(entry.name(), value(entry.value(), shape, inner)) != null) {
            complain(
                    entry.place(), quoted(inner) + " stands there twice", "Remove one of the two; the last would win.");
        }
    }

    private void unknown(Node.Entry entry, Shape.Fields fields, String path) {
        String where = path.isEmpty() ? "no header is" : "nothing in " + quoted(path) + " is";
        String question = NearestName.question(entry.name(), fields.fields().keySet());
        complain(
                entry.place(),
                where + " called " + quoted(entry.name()) + question,
                "Correct the name, or set core-image.lenient to sign it nevertheless.");
    }

    private void complain(String place, String reason, String nextStep) {
        if (!rules.lenient()) {
            throw refusal.at(place, reason, nextStep);
        }
        warnings.add("model " + refusal.source() + ": " + place + ": " + reason);
    }

    private String text(Node.Text text, String path) {
        String replaced = properties.replaceIn(text, path, refusal);
        Placeholder.in(replaced).ifPresent(found -> {
            throw refusal.at(text.place(), quoted(path) + " still has the placeholder " + found.text(), found.advice());
        });
        return replaced;
    }

    private static String quoted(String path) {
        return "\"" + path + "\"";
    }
}
