package io.coreimage.snap;

import io.coreimage.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plugs and slots through which snaps share files. What is malformed is left out without an error, as snapd
 * does: such a plug cannot be connected, so nobody has to serve it.
 */
final class ContentInterface {

    private static final String NAME = "content";

    private ContentInterface() {}

    static List<ContentPlug> plugs(Map<String, YamlNode> plugs) {
        List<ContentPlug> found = new ArrayList<>();
        plugs.forEach((name, node) -> {
            Map<String, YamlNode> attributes = attributes(name, node);
            if (attributes != null && isCleanPath(text(attributes, "target"))) {
                found.add(new ContentPlug(name, tag(name, attributes), text(attributes, "default-provider")));
            }
        });
        return found;
    }

    static List<ContentSlot> slots(Map<String, YamlNode> slots) {
        List<ContentSlot> found = new ArrayList<>();
        slots.forEach((name, node) -> {
            Map<String, YamlNode> attributes = attributes(name, node);
            if (attributes != null && offersCleanPaths(attributes)) {
                found.add(new ContentSlot(name, tag(name, attributes)));
            }
        });
        return found;
    }

    /** Return the attributes of a plug or slot of this interface in proper form, else {@code null}. */
    private static @Nullable Map<String, YamlNode> attributes(String name, YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return null;
        }
        Map<String, YamlNode> attributes = mapping.values();
        YamlNode given = attributes.get("interface");
        boolean isContent = given == null ? name.equals(NAME) : NAME.equals(text(attributes, "interface"));
        boolean isAmbiguous = attributes.containsKey("content") && attributes.containsKey("compatibility");
        return isContent && !isAmbiguous ? attributes : null;
    }

    private static @Nullable String tag(String name, Map<String, YamlNode> attributes) {
        String content = text(attributes, "content");
        if (content != null && !content.isEmpty()) {
            return content;
        }
        return attributes.containsKey("compatibility") ? null : name;
    }

    private static boolean offersCleanPaths(Map<String, YamlNode> attributes) {
        YamlNode source = attributes.get("source");
        Map<String, YamlNode> holder = source instanceof YamlNode.Mapping mapping ? mapping.values() : attributes;
        boolean isDoubled = source != null && (attributes.containsKey("read") || attributes.containsKey("write"));
        List<YamlNode> paths = Stream.of("read", "write")
                .flatMap(each -> items(holder.get(each)))
                .toList();
        return !isDoubled
                && !paths.isEmpty()
                && paths.stream().allMatch(each -> each instanceof YamlNode.Text text && isCleanPath(text.value()));
    }

    private static Stream<YamlNode> items(@Nullable YamlNode node) {
        return node instanceof YamlNode.Listing list ? list.items().stream() : Stream.of();
    }

    private static @Nullable String text(Map<String, YamlNode> attributes, String name) {
        return attributes.get(name) instanceof YamlNode.Text text ? text.value() : null;
    }

    /** Return whether the path is written the shortest way and stays where it is. */
    private static boolean isCleanPath(@Nullable String path) {
        if (path == null || path.isEmpty() || (path.length() > 1 && path.endsWith("/"))) {
            return false;
        }
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.isEmpty()
                || Stream.of(relative.split("/", -1))
                        .noneMatch(each -> each.isEmpty() || each.equals("..") || each.equals("."))
                || path.equals(".");
    }
}
