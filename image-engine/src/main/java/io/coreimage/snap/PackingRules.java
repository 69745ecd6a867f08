package io.coreimage.snap;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.SymlinkWalk;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.RefusedException;
import io.coreimage.yaml.Place;
import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must hold of the files before they are packed: what snap.yaml promises is there, and can be used. */
final class PackingRules {

    private static final Set<String> LENIENT_BASES = Set.of("core", "core18", "core20", "core22", "core24");
    private static final List<String> COMMANDS =
            List.of("command", "stop-command", "reload-command", "post-stop-command");
    private static final Pattern IN_SNAP = Pattern.compile("\\$(?:SNAP|\\{SNAP\\})(?:/(.*))?");
    private static final int EXECUTABLE = 0111;

    private final FileTree tree;
    private final MetaFiles meta;
    private final Fields fields;

    PackingRules(FileTree tree, Fields fields) {
        this.tree = tree;
        this.meta = new MetaFiles(tree);
        this.fields = fields;
    }

    void check(SnapInfo info) throws IOException {
        fields.map("apps").forEach(this::checkApp);
        checkHooks(info);
        if (info.base() != null && !LENIENT_BASES.contains(info.base())) {
            fields.map("layout").forEach(this::checkLayout);
            fields.map("plugs").forEach(this::checkContentTarget);
        }
        checkSnapshots();
    }

    private void checkApp(String name, YamlNode node) {
        Map<String, YamlNode> app = node.map("app \"" + name + "\"");
        for (String each : COMMANDS) {
            YamlNode command = app.get(each);
            if (command != null && !command.isNothing()) {
                checkProgram(name, each, command.place(), program(command.text(each)));
            }
        }
        YamlNode chain = app.get("command-chain");
        for (YamlNode each : chain == null ? List.<YamlNode>of() : chain.list("command-chain")) {
            checkProgram(name, "command-chain", each.place(), each.text("command-chain"));
        }
        YamlNode completer = app.get("completer");
        if (completer != null && fileAt(completer.text("completer")) == null) {
            throw missing(name, "completer", completer.place(), completer.text("completer"));
        }
    }

    /** The program is the first word; options may follow. */
    private static String program(String command) {
        String trimmed = command.strip();
        int space = trimmed.indexOf(' ');
        return space < 0 ? trimmed : trimmed.substring(0, space);
    }

    private void checkProgram(String app, String field, Place place, String path) {
        if (leadsOut(path)) {
            return;
        }
        FileTree.RegularFile file = fileAt(path);
        if (file == null) {
            throw missing(app, field, place, path);
        }
        if ((file.attributes().mode() & EXECUTABLE) != EXECUTABLE) {
            throw new YamlException(
                    place, field + " of app \"" + app + "\" names \"" + path + "\", which is not executable");
        }
    }

    /** A link may lead to a program of the base, which is not here to be looked at. */
    private boolean leadsOut(String path) {
        return tree.find(TreePath.of(clean(path))) instanceof FileTree.Symlink
                && SymlinkWalk.resolve(tree, clean(path)) == null;
    }

    private static RefusedException missing(String app, String field, Place place, String path) {
        return new YamlException(
                place, field + " of app \"" + app + "\" names \"" + path + "\", which is no file of the snap");
    }

    private FileTree.@Nullable RegularFile fileAt(String path) {
        return meta.fileAt(clean(path));
    }

    private static String clean(String path) {
        String[] parts = path.split("/", -1);
        StringBuilder cleaned = new StringBuilder();
        for (String each : parts) {
            if (!each.isEmpty() && !each.equals(".") && !each.equals("..")) {
                cleaned.append(cleaned.length() == 0 ? "" : "/").append(each);
            }
        }
        return cleaned.toString();
    }

    private void checkHooks(SnapInfo info) {
        SortedSet<String> names = meta.hooks();
        names.addAll(info.hooks());
        checkConfigure(info.type(), names);
        fields.map("hooks").forEach((name, node) -> {
            if (fileAt("meta/hooks/" + name) == null) {
                throw new YamlException(node.place(), "hook \"" + name + "\" has no file meta/hooks/" + name);
            }
        });
    }

    private static void checkConfigure(SnapType type, Set<String> hooks) {
        if (SnapYaml.WITHOUT_CONFIGURE.contains(type) && hooks.contains("configure")) {
            throw new RefusedException("a snap of type " + type + " has no configure hooks");
        }
        if (hooks.contains("default-configure") && !hooks.contains("configure")) {
            throw new RefusedException("hook \"default-configure\" needs a hook \"configure\"");
        }
    }

    private void checkLayout(String where, YamlNode node) {
        Map<String, YamlNode> layout = node.map("layout of \"" + where + "\"");
        for (String kind : List.of("bind", "bind-file", "symlink")) {
            YamlNode source = layout.get(kind);
            if (source != null) {
                checkInSnap("layout of \"" + where + "\"", source.place(), source.text(kind));
            }
        }
    }

    private void checkContentTarget(String name, YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return;
        }
        YamlNode type = mapping.values().get("interface");
        YamlNode target = mapping.values().get("target");
        boolean content =
                type == null ? name.equals("content") : type.text("interface").equals("content");
        if (content && target != null) {
            String path = target.text("target");
            checkInSnap(
                    "target of plug \"" + name + "\"", target.place(), path.startsWith("$") ? path : "$SNAP/" + path);
        }
    }

    private void checkInSnap(String what, Place place, String path) {
        var inSnap = IN_SNAP.matcher(path);
        if (inSnap.matches() && inSnap.group(1) != null) {
            TreePath found = SymlinkWalk.resolve(tree, clean(inSnap.group(1)));
            if (found != null && tree.find(found) == null) {
                throw new YamlException(place, what + " needs \"" + path + "\", which is not in the snap");
            }
        }
    }

    private void checkSnapshots() throws IOException {
        FileTree.RegularFile file = fileAt("meta/snapshots.yaml");
        if (file == null) {
            return;
        }
        try {
            Fields snapshots =
                    Fields.read("meta/snapshots.yaml", new String(file.content().readAll(), StandardCharsets.UTF_8));
            snapshots.list("exclude").forEach(each -> checkExclusion(each.text("exclude")));
        } catch (RefusedException ex) {
            throw new RefusedException("meta/snapshots.yaml: " + ex.getMessage(), ex.nextStep(), ex);
        }
    }

    private static void checkExclusion(String pattern) {
        boolean known = List.of("$SNAP_DATA", "$SNAP_COMMON", "$SNAP_USER_DATA", "$SNAP_USER_COMMON").stream()
                .anyMatch(each -> pattern.equals(each) || pattern.startsWith(each + "/"));
        if (!known || pattern.contains("..") || pattern.contains("**") || pattern.matches(".*[\\[\\]{}?].*")) {
            throw new RefusedException("\"" + pattern + "\" is no pattern of files to leave out: it starts with a"
                    + " variable such as $SNAP_DATA and knows no wildcard but *");
        }
    }
}
