package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import io.coreimage.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The top of a metadata file: its fields by name, with errors that say the line. */
final class Fields {

    private static final Pattern PROVENANCE = Pattern.compile("[a-zA-Z0-9](?:-?[a-zA-Z0-9])*");

    private final Map<String, YamlNode> fields;

    Fields(Map<String, YamlNode> fields) {
        this.fields = fields;
    }

    /** Return the fields of a whole file. */
    static Fields read(String path, String text) {
        return new Fields(YamlReader.read(path, text).map("the top"));
    }

    Map<String, YamlNode> all() {
        return fields;
    }

    boolean has(String name) {
        YamlNode node = fields.get(name);
        return node != null && !node.isNothing();
    }

    YamlNode node(String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    /** Return the text of a field; empty where there is none. */
    String text(String name) {
        YamlNode node = fields.get(name);
        return node == null ? "" : node.text(name);
    }

    String required(String name) {
        if (text(name).isEmpty()) {
            throw new RefusedException(name + " is missing");
        }
        return text(name);
    }

    /** Return a text of at most so many code points. */
    String limited(String name, int most) {
        String text = text(name);
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw refused(name, "has " + length + " characters, more than " + most);
        }
        return text;
    }

    <T> T choice(String name, T otherwise, Function<String, Optional<T>> named) {
        if (!has(name)) {
            return otherwise;
        }
        String text = text(name);
        return named.apply(text).orElseThrow(() -> refused(name, "\"" + text + "\" is unknown"));
    }

    Map<String, YamlNode> map(String name) {
        YamlNode node = fields.get(name);
        return node == null ? Map.of() : node.map(name);
    }

    /** Return the items of a list; none where there is no list. */
    List<YamlNode> list(String name) {
        YamlNode node = fields.get(name);
        return node == null ? List.of() : node.list(name);
    }

    List<String> texts(String name) {
        return has(name) ? texts(node(name), name) : List.of();
    }

    /** Return the texts of a list; for some fields a single text stands for a list of one. */
    static List<String> texts(YamlNode node, String what) {
        return node instanceof YamlNode.Text text
                ? List.of(text.value())
                : node.list(what).stream()
                        .map(each -> each.text(what + "'s item"))
                        .toList();
    }

    /** Return who vouches for the file; the store's own value must not be written. */
    String provenance() {
        String text = text("provenance");
        if (text.isEmpty()) {
            return SnapInfo.GLOBAL_UPLOAD;
        }
        if (text.equals(SnapInfo.GLOBAL_UPLOAD) || !PROVENANCE.matcher(text).matches()) {
            throw refused("provenance", "cannot be \"" + text + "\"");
        }
        return text;
    }

    RefusedException refused(String name, String reason) {
        YamlNode node = fields.get(name);
        return node == null
                ? new RefusedException(name + ": " + reason)
                : new YamlException(node.place(), name + ": " + reason);
    }
}
