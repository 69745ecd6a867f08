package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.yaml.Place;
import io.coreimage.yaml.PlainScalar;
import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import io.coreimage.yaml.YamlNode.Field;
import io.coreimage.yaml.YamlNode.Listing;
import io.coreimage.yaml.YamlNode.Mapping;
import io.coreimage.yaml.YamlNode.Nothing;
import io.coreimage.yaml.YamlNode.Text;
import io.coreimage.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a file, asked key by key; keys that nobody asks for are nobody's business.
 * @param mapping what stands there
 */
record Fields(Mapping mapping) {

    /**
     * Return the fields of a whole file.
     * @param file the file's name, for the places
     */
    static Fields read(String file, String text) {
        try {
            YamlNode root = YamlReader.readLeniently(file, text);
            root.map("the file");
            return of(root, "the file");
        } catch (YamlException ex) {
            throw Rule.YAML.refuse(ex.place(), ex.reason());
        }
    }

    /** Return the fields of a mapping; nothing has none. */
    static Fields of(YamlNode node, String what) {
        if (node instanceof Nothing nothing) {
            return new Fields(new Mapping(nothing.place(), Map.of()));
        }
        if (node instanceof Mapping mapping) {
            return new Fields(mapping);
        }
        throw Rule.FIELD_TYPE.refuse(node.place(), what + " must be a mapping");
    }

    Place place() {
        return mapping.place();
    }

    /** Return where a key stands, or where the mapping starts. */
    Place placeOf(String key) {
        Field field = mapping.fields().get(key);
        return field == null ? place() : field.key().place();
    }

    boolean has(String key) {
        return value(key) != null;
    }

    /** Return what a key holds, or {@code null} for nothing. */
    @Nullable
    YamlNode value(String key) {
        Field field = mapping.fields().get(key);
        return field == null || field.value() instanceof Nothing ? null : field.value();
    }

    /** Return the text of a key; a key that is not there is the empty text. */
    String text(String key) {
        YamlNode value = value(key);
        return value == null ? "" : textOf(value, key);
    }

    private static String textOf(YamlNode value, String key) {
        if (value instanceof Text text) {
            return text.value();
        }
        if (value instanceof Nothing) {
            return "";
        }
        throw Rule.FIELD_TYPE.refuse(value.place(), "\"" + key + "\" must be a single value");
    }

    /** Return a number of bytes, or {@code null}. */
    @Nullable
    Size size(String key) {
        YamlNode value = value(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Text text) {
            return Quantity.parse(text.value(), key, placeOf(key));
        }
        throw Rule.SIZE_TYPE.refuse(value.place(), "\"" + key + "\" must be a number of bytes");
    }

    Size sizeOrZero(String key) {
        Size size = size(key);
        return size == null ? Size.ZERO : size;
    }

    boolean flag(String key) {
        YamlNode value = value(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Text text && PlainScalar.of(text) instanceof Boolean flag) {
            return flag;
        }
        throw Rule.FIELD_TYPE.refuse(value.place(), "\"" + key + "\" must be true or false");
    }

    List<YamlNode> list(String key) {
        YamlNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Listing listing) {
            return listing.items();
        }
        throw Rule.FIELD_TYPE.refuse(value.place(), "\"" + key + "\" must be a list");
    }

    List<String> texts(String key) {
        return list(key).stream().map(each -> textOf(each, key)).toList();
    }

    /** Return a mapping below a key. */
    Fields fields(String key) {
        YamlNode value = value(key);
        return value == null ? of(new Nothing(placeOf(key), ""), key) : of(value, "\"" + key + "\"");
    }

    /** Return all keys with their values, in the order of the file. */
    Map<Text, YamlNode> all() {
        Map<Text, YamlNode> all = new LinkedHashMap<>();
        mapping.fields().values().forEach(each -> all.put(each.key(), each.value()));
        return all;
    }
}
