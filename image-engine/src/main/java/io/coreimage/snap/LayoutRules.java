package io.coreimage.snap;

import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What snapd demands of layouts: where things of the snap may appear, and what may appear there. */
final class LayoutRules {

    private static final List<String> KINDS = List.of("bind", "bind-file", "symlink", "type");
    private static final Set<String> TOP = Set.of(
            "",
            "bin",
            "etc",
            "lib",
            "lib64",
            "meta",
            "mnt",
            "opt",
            "root",
            "sbin",
            "snap",
            "srv",
            "usr",
            "var",
            "writable");
    private static final List<String> OFF_LIMITS = List.of(
            "/lib/firmware",
            "/lib/modules",
            "/usr/lib/firmware",
            "/usr/lib/modules",
            "/var/lib/snapd",
            "/var/run",
            "/var/snap");
    private static final List<String> SOURCES = List.of("$SNAP", "$SNAP_DATA", "$SNAP_COMMON");
    private static final Pattern RESERVED = Pattern.compile("[?*\\[\\]{}^\"]");
    private static final Pattern MODE = Pattern.compile("0*1?[0-7]{0,3}");

    private final String own;
    private final SortedSet<String> places = new TreeSet<>();

    LayoutRules(SnapName snap) {
        this.own = "/snap/" + snap;
    }

    void check(Fields top) {
        top.map("layout").forEach(this::check);
    }

    private void check(String written, YamlNode node) {
        String what = "layout \"" + written + "\"";
        Fields layout = new Fields(node.map(what));
        String place = written.startsWith("$SNAP/") || written.equals("$SNAP") ? own + written.substring(5) : written;
        checkPlace(node, what, place);
        List<String> kinds =
                KINDS.stream().filter(each -> !layout.text(each).isEmpty()).toList();
        if (kinds.size() != 1) {
            throw refused(node, what, "must have one of bind, bind-file, symlink and type");
        }
        checkKind(node, what, kinds.get(0), layout.text(kinds.get(0)));
        checkOwner(node, what, layout);
        for (String other : places) {
            if (isBelow(place, other) || isBelow(other, place)) {
                throw refused(node, what, "lies in another layout, or another in it");
            }
        }
        places.add(place);
    }

    private void checkPlace(YamlNode node, String what, String place) {
        if (!place.startsWith("/") || !CleanPath.isClean(place)) {
            throw refused(node, what, "must be an absolute path written the shortest way");
        }
        if (RESERVED.matcher(place).find()) {
            throw refused(node, what, "has one of the characters ?*[]{}^\"");
        }
        if (!TOP.contains(place.split("/", -1)[1])) {
            throw refused(node, what, "would need a new folder at the top");
        }
        boolean isForeign = isBelow(place, "/snap") && !place.equals(own) && !isBelow(place, own);
        if (isForeign || OFF_LIMITS.stream().anyMatch(each -> place.equals(each) || isBelow(place, each))) {
            throw refused(node, what, "lies where no snap may change anything");
        }
    }

    private static boolean isBelow(String path, String folder) {
        return !folder.equals("/") && path.startsWith(folder + "/");
    }

    private static void checkKind(YamlNode node, String what, String kind, String source) {
        if (kind.equals("type")) {
            if (!source.equals("tmpfs")) {
                throw refused(node, what, "has type \"" + source + "\", which is not tmpfs");
            }
            return;
        }
        String variable = source.split("/", 2)[0];
        if (!SOURCES.contains(variable)
                || !CleanPath.isClean(source)
                || RESERVED.matcher(source).find()) {
            throw refused(
                    node,
                    what,
                    "takes \"" + source + "\", which is no path in $SNAP, $SNAP_DATA or $SNAP_COMMON written the"
                            + " shortest way");
        }
    }

    private static void checkOwner(YamlNode node, String what, Fields layout) {
        for (Map.Entry<String, String> each : Map.of("user", layout.text("user"), "group", layout.text("group"))
                .entrySet()) {
            if (!Set.of("", "root").contains(each.getValue())) {
                throw refused(
                        node, what, "has the " + each.getKey() + " \"" + each.getValue() + "\", which is not root");
            }
        }
        if (!MODE.matcher(layout.text("mode")).matches()) {
            throw refused(node, what, "has the mode \"" + layout.text("mode") + "\", which is not of the form 01777");
        }
    }

    private static YamlException refused(YamlNode node, String what, String reason) {
        return new YamlException(node.place(), what + " " + reason);
    }
}
