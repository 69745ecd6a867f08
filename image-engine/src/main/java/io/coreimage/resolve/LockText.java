package io.coreimage.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.store.StorePage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes locks as JSON: the same lock always gives the same text, one fact a line, made to be read in a review. */
final class LockText {

    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private LockText() {}

    static String write(Lock lock) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("inputs-sha256", new InputFacts(lock.inputs()).digest().hex());
        ObjectNode inputs = root.putObject("inputs");
        lock.inputs().forEach(inputs::put);
        ArrayNode snaps = root.putArray("snaps");
        lock.snaps().forEach(each -> add(snaps.addObject(), each));
        ObjectNode sets = root.putObject("validation-sets");
        lock.sets()
                .forEach((name, sequence) -> sets.putObject(name.toString())
                        .put("sequence", sequence.number())
                        .put("pinned", sequence.pinned()));
        ArrayNode assertions = root.putArray("assertions");
        lock.assertions()
                .forEach(each -> assertions
                        .addObject()
                        .put("name", each.name())
                        .put("revision", each.revision())
                        .put("sha3-384", each.digest().base64Url()));
        return print(root);
    }

    private static void add(ObjectNode node, LockedSnap snap) {
        node.put("name", snap.name().value());
        put(node, "id", snap.id());
        node.put("revision", snap.revision().toString());
        put(node, "version", snap.version());
        put(node, "type", snap.type());
        put(node, "channel-asked", snap.asked());
        put(node, "channel", snap.channel());
        put(node, "publisher", snap.publisher());
        add(node, snap.page());
        add(node, snap.file());
        if (!snap.components().isEmpty()) {
            ArrayNode components = node.putArray("components");
            snap.components().forEach(each -> {
                ObjectNode component = components.addObject();
                component.put("name", each.name().value());
                component.put("revision", each.revision().toString());
                add(component, each.file());
            });
        }
    }

    private static void add(ObjectNode node, StorePage page) {
        if (page.isPrivate()) {
            node.put("private", true);
        }
        put(node, "contact", page.contact());
        if (!page.links().isEmpty()) {
            ObjectNode links = node.putObject("links");
            page.links().forEach((kind, all) -> all.forEach(links.withArray(kind)::add));
        }
    }

    private static void add(ObjectNode node, LockedFile file) {
        put(node, "file", file.origin());
        if (file.isFloating()) {
            node.put("floating", true);
        } else {
            node.put("size", Objects.requireNonNull(file.size()).bytes());
            node.put("sha3-384", Objects.requireNonNull(file.digest()).base64Url());
        }
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private static String print(ObjectNode root) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException ex) {
            throw new IllegalStateException(ex);
        }
    }
}
