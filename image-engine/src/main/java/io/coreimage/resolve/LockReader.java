package io.coreimage.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import io.coreimage.store.StorePage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads locks; whatever a person or a merge may have done to them, what is not a whole lock is refused. */
final class LockReader {

    private static final int LONGEST = 16 << 20;
    private static final Digest.Algorithm ALGORITHM = Digest.Algorithm.SHA3_384;

    private LockReader() {}

    static Lock read(String text, String name) {
        try {
            return read(parse(text));
        } catch (RefusedException ex) {
            throw new RefusedException(
                    "cannot read lock \"" + name + "\": " + ex.getMessage(),
                    "Restore the file, or write it anew with core-image:lock.",
                    ex);
        }
    }

    private static JsonNode parse(String text) {
        if (text.length() > LONGEST) {
            throw new RefusedException("longer than 16 MiB");
        }
        JsonNode root = JsonTree.parse(text);
        if (!root.isObject()) {
            throw new RefusedException("not a JSON object");
        }
        return root;
    }

    private static Lock read(JsonNode root) {
        if (root.path("version").asInt() != LockText.VERSION) {
            throw new RefusedException("its version is not " + LockText.VERSION);
        }
        SortedMap<String, String> inputs = new TreeMap<>();
        object(root, "inputs").properties().forEach(each -> inputs.put(each.getKey(), text(each.getValue())));
        checkInputs(root, inputs);
        SortedMap<ValidationSetName, Sequence> sets = new TreeMap<>();
        object(root, "validation-sets")
                .properties()
                .forEach(each -> sets.put(ValidationSetName.parse(each.getKey()), sequence(each.getValue())));
        List<LockedSnap> snaps = list(root, "snaps", LockReader::snap);
        checkTwice(snaps);
        return new Lock(inputs, snaps, sets, list(root, "assertions", LockReader::assertion));
    }

    private static void checkInputs(JsonNode root, SortedMap<String, String> inputs) {
        if (!text(root, "inputs-sha256").equals(new InputFacts(inputs).digest().hex())) {
            throw new RefusedException("its inputs were changed by hand (inputs-sha256 does not fit them)");
        }
    }

    private static void checkTwice(List<LockedSnap> snaps) {
        Set<SnapName> names = new HashSet<>();
        snaps.stream().filter(each -> !names.add(each.name())).findFirst().ifPresent(each -> {
            throw new RefusedException("snap \"" + each.name() + "\" stands in it twice");
        });
    }

    private static Sequence sequence(JsonNode node) {
        int number = node.path("sequence").asInt();
        if (number < 1) {
            throw new RefusedException("a validation set has no sequence");
        }
        return new Sequence(number, node.path("pinned").asBoolean());
    }

    private static LockedSnap snap(JsonNode node) {
        return new LockedSnap(
                SnapName.parse(text(node, "name")),
                optional(node, "id", SnapId::parse),
                Revision.parse(text(node, "revision")),
                optional(node, "version", Function.identity()),
                optional(node, "type", LockReader::type),
                optional(node, "channel-asked", Channel::parse),
                optional(node, "channel", Channel::parse),
                optional(node, "publisher", Function.identity()),
                page(node),
                file(node),
                node.has("components") ? list(node, "components", LockReader::component) : List.of());
    }

    private static SnapType type(String text) {
        return SnapType.named(text).orElseThrow(() -> new RefusedException("\"" + text + "\" is no type of snaps"));
    }

    private static StorePage page(JsonNode node) {
        SortedMap<String, List<String>> links = new TreeMap<>();
        if (node.has("links")) {
            object(node, "links")
                    .fieldNames()
                    .forEachRemaining(kind -> links.put(kind, list(node.path("links"), kind, LockReader::text)));
        }
        return new StorePage(node.path("private").asBoolean(), links, optional(node, "contact", Function.identity()));
    }

    private static LockedComponent component(JsonNode node) {
        return new LockedComponent(
                SnapName.parse(text(node, "name")), Revision.parse(text(node, "revision")), file(node));
    }

    private static LockedFile file(JsonNode node) {
        String origin = optional(node, "file", Function.identity());
        if (node.path("floating").asBoolean()) {
            if (origin == null || node.has("sha3-384") || node.has("size")) {
                throw new RefusedException("a floating snap needs a file, and has neither size nor digest");
            }
            return new LockedFile(null, null, origin);
        }
        JsonNode size = node.path("size");
        if (!size.canConvertToLong() || !size.isIntegralNumber() || size.asLong() < 0) {
            throw new RefusedException("size is missing or not a number of bytes");
        }
        return new LockedFile(Size.ofBytes(size.asLong()), digest(text(node, "sha3-384")), origin);
    }

    private static LockedAssertion assertion(JsonNode node) {
        return new LockedAssertion(text(node, "name"), node.path("revision").asLong(), digest(text(node, "sha3-384")));
    }

    private static Digest digest(String text) {
        try {
            byte[] value = Base64.getUrlDecoder().decode(text);
            if (value.length == ALGORITHM.length()) {
                return Digest.of(ALGORITHM, value);
            }
        } catch (IllegalArgumentException ex) {
            throw new RefusedException("\"" + text + "\" is no SHA3-384 digest", null, ex);
        }
        throw new RefusedException("\"" + text + "\" is no SHA3-384 digest");
    }

    private static JsonNode object(JsonNode node, String name) {
        if (!node.path(name).isObject()) {
            throw new RefusedException(name + " is missing or not an object");
        }
        return node.path(name);
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> reader) {
        if (!node.path(name).isArray()) {
            throw new RefusedException(name + " is missing or not a list");
        }
        List<T> items = new ArrayList<>();
        node.path(name).forEach(each -> items.add(reader.apply(each)));
        return items;
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new RefusedException(name + " is missing or not a text");
        }
        return node.path(name).textValue();
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new RefusedException("an item is not a text");
        }
        return node.textValue();
    }

    private static <T> @Nullable T optional(JsonNode node, String name, Function<String, T> reader) {
        return node.has(name) ? reader.apply(text(node, name)) : null;
    }
}
