package io.coreimage.snap;

import io.coreimage.yaml.PlainScalar;
import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.List;

/** What snapd demands of the definitions of plugs and slots; what an interface makes of them is its own business. */
final class PlugRules {

    private PlugRules() {}

    static void check(Fields top) {
        for (String side : List.of("plug", "slot")) {
            top.map(side + "s").forEach((name, node) -> check(side + " \"" + name + "\"", node));
        }
    }

    private static void check(String what, YamlNode node) {
        if (node instanceof YamlNode.Listing) {
            throw new YamlException(node.place(), what + " must be the name of an interface or a map, not a list");
        }
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return;
        }
        for (YamlNode.Field each : mapping.fields().values()) {
            checkKey(what, each.key());
            if (each.key().value().startsWith("$")) {
                throw new YamlException(
                        each.key().place(),
                        what + " uses the reserved attribute \"" + each.key().value() + "\"");
            }
            if (List.of("interface", "label").contains(each.key().value())) {
                each.value().text(each.key().value() + " of " + what);
            } else {
                checkValue(what, each.value());
            }
        }
    }

    private static void checkKey(String what, YamlNode.Text key) {
        if (key.isNothing() || !(PlainScalar.of(key) instanceof String)) {
            throw new YamlException(
                    key.place(), "key \"" + key.value() + "\" of " + what + " must be a text; put it in quotes");
        }
    }

    private static void checkValue(String what, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.fields().values().forEach(each -> {
                checkKey(what, each.key());
                checkValue(what, each.value());
            });
        } else if (node instanceof YamlNode.Listing list) {
            list.items().forEach(each -> checkValue(what, each));
        } else if (!(node instanceof YamlNode.Text text) || PlainScalar.of(text) == null) {
            throw new YamlException(
                    node.place(), "an attribute of " + what + " is neither text, number, true nor false");
        }
    }

    /** Return the interface that a definition says: by its field, by itself, or by the name. */
    static String interfaceOf(String name, YamlNode definition) {
        if (definition instanceof YamlNode.Mapping mapping) {
            String said = new Fields(mapping.values()).text("interface");
            return said.isEmpty() ? name : said;
        }
        return definition.isNothing() ? name : definition.text("plug");
    }

    /** Return whether an app has a plug of a name. */
    static boolean hasPlug(Fields app, Fields top, String wanted) {
        return top.map("plugs").containsKey(wanted)
                || app.list("plugs").stream()
                        .anyMatch(each -> each.text("plugs").equals(wanted));
    }
}
