package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import io.coreimage.yaml.YamlNode;
import io.coreimage.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two lists of packages that a snap may bring: snapcraft's manifest, and what {@code dpkg -l} printed in a base. */
final class PackageLists {

    /** What snapcraft writes with {@code SNAPCRAFT_BUILD_INFO}. */
    static final String MANIFEST = "snap/manifest.yaml";

    /** What bases bring. */
    static final String DPKG_LIST = "usr/share/snappy/dpkg.list";

    private static final Pattern STAGED = Pattern.compile("([a-z0-9][a-z0-9+.-]{0,200})(?::([a-z0-9]+))?=(\\S{1,200})");
    private static final Pattern INSTALLED = Pattern.compile(
            "ii\\s+([a-z0-9][a-z0-9+.-]{0,200})(?::([a-z0-9]+))?\\s+(\\S{1,200})\\s+([a-z0-9]+)(\\s.*)?");

    private final SortedSet<SnapPackage> packages = new TreeSet<>();

    /** Return the packages in order, each once. */
    List<SnapPackage> packages() {
        return List.copyOf(packages);
    }

    /** Take in a manifest. One that is not understood is as good as none: no device reads it. */
    void addManifest(String text) {
        try {
            Map<String, YamlNode> top = YamlReader.readLeniently(MANIFEST, text).map("the manifest");
            addStaged(top.get("primed-stage-packages"));
            YamlNode parts = top.get("parts");
            if (parts != null) {
                for (YamlNode part : parts.map("parts").values()) {
                    addStaged(part.map("part").get("stage-packages"));
                }
            }
        } catch (RefusedException ex) {
            // What was understood until here stays.
        }
    }

    private void addStaged(@Nullable YamlNode list) {
        if (list == null || list.isNothing()) {
            return;
        }
        for (YamlNode each : list.list("packages")) {
            Matcher staged = STAGED.matcher(each.text("package"));
            if (staged.matches()) {
                add(staged.group(1), staged.group(3), staged.group(2));
            }
        }
    }

    /** Take in the table of {@code dpkg -l}; lines of packages that are not installed are passed over. */
    void addDpkgList(String text) {
        text.lines().map(INSTALLED::matcher).filter(Matcher::matches).forEach(line -> {
            add(line.group(1), line.group(3), line.group(4));
        });
    }

    private void add(String name, String version, @Nullable String architecture) {
        packages.add(new SnapPackage(name, version, architecture == null ? "" : architecture));
    }
}
