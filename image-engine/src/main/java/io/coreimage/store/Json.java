package io.coreimage.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value in an answer, with where it is, so that a wrong one can be named. */
final class Json {

    private static final String OTHER_LANGUAGE =
            "Check the store's address; if a store is there, it speaks a newer language: use a newer release of this plugin.";

    private static final int SHOWN = 60;

    private final JsonNode node;
    private final String path;

    private Json(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static ObjectNode newObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Return the object that an answer holds; something that is not JSON did not come from a store. */
    static Json of(Answer answer) {
        if (answer.isHtml()) {
            throw new FaultException(
                    "cannot read the answer of " + Addresses.brief(answer.uri())
                            + ": it is a web page, not a store's answer (" + start(answer) + ")",
                    "A network that wants a login or a proxy answers in the store's place; open a page in a browser.",
                    null);
        }
        return parse(answer.text(), "the answer of " + Addresses.brief(answer.uri()));
    }

    /** Return whether an answer is JSON to its end. */
    static boolean isWhole(Answer answer) {
        try {
            JsonTree.parse(answer.text());
            return true;
        } catch (IOException ex) {
            return false;
        }
    }

    /** Return the object that a text holds. */
    static Json parse(String text, String where) {
        try {
            JsonNode node = JsonTree.parse(text);
            if (node.isObject()) {
                return new Json(node, where);
            }
            throw new FaultException("cannot read " + where + ": not a JSON object", OTHER_LANGUAGE, null);
        } catch (IOException ex) {
            // The parser's own message quotes what it read.
            throw new FaultException("cannot read " + where + ": not JSON, or cut off", OTHER_LANGUAGE, null);
        }
    }

    private static String start(Answer answer) {
        String text = answer.text().strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private JsonNode get(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }

    boolean has(String name) {
        return !get(name).isMissingNode();
    }

    /** Return whether the key is written, even if with nothing. */
    boolean names(String name) {
        return node.has(name);
    }

    Optional<String> optional(String name) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(name, "not a text");
        }
        return Optional.of(value.textValue());
    }

    String text(String name) {
        return optional(name).filter(text -> !text.isEmpty()).orElseThrow(() -> wrong(name, "missing"));
    }

    String text(String name, String otherwise) {
        return optional(name).orElse(otherwise);
    }

    /** Return whether something is so; it is not where nothing is said. */
    boolean flag(String name) {
        JsonNode value = get(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(name, "neither true nor false");
        }
        return value.asBoolean();
    }

    /** Return the names of all values. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    long number(String name) {
        JsonNode value = get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, value.isMissingNode() ? "missing" : "not a whole number");
        }
        return value.longValue();
    }

    Json object(String name) {
        return optionalObject(name).orElseThrow(() -> wrong(name, "missing"));
    }

    Optional<Json> optionalObject(String name) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw wrong(name, "not an object");
        }
        return Optional.of(new Json(value, path + ", " + name));
    }

    /** Return the objects of a list; nothing where there is no list. */
    List<Json> objects(String name) {
        List<Json> found = new ArrayList<>();
        for (JsonNode each : list(name)) {
            if (!each.isObject()) {
                throw wrong(name, "holds something that is not an object");
            }
            found.add(new Json(each, path + ", " + name + "[" + found.size() + "]"));
        }
        return found;
    }

    /** Return the texts of a list; nothing where there is no list. */
    List<String> texts(String name) {
        List<String> found = new ArrayList<>();
        for (JsonNode each : list(name)) {
            if (!each.isTextual()) {
                throw wrong(name, "holds something that is not a text");
            }
            found.add(each.textValue());
        }
        return found;
    }

    /** Return the whole numbers of a list; nothing where there is no list. */
    List<Long> numbers(String name) {
        List<Long> found = new ArrayList<>();
        for (JsonNode each : list(name)) {
            if (!each.isIntegralNumber() || !each.canConvertToLong()) {
                throw wrong(name, "holds something that is not a whole number");
            }
            found.add(each.longValue());
        }
        return found;
    }

    private JsonNode list(String name) {
        JsonNode value = get(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw wrong(name, "not a list");
        }
        return value;
    }

    FaultException wrong(String name, String reason) {
        return new FaultException("cannot read " + path + ": " + name + " is " + reason, OTHER_LANGUAGE, null);
    }
}
