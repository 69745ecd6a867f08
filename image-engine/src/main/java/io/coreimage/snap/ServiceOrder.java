package io.coreimage.snap;

import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The order in which services start, which must have a beginning. */
final class ServiceOrder {

    private final Map<String, YamlNode> apps;
    private final Map<String, Set<String>> after = new TreeMap<>();

    ServiceOrder(Map<String, YamlNode> apps) {
        this.apps = apps;
    }

    void check() {
        apps.forEach((name, node) -> {
            Fields app = new Fields(node.map(name));
            app.list("after").forEach(each -> note(name, service(name, each)));
            app.list("before").forEach(each -> note(service(name, each), name));
        });
        Set<String> started = new HashSet<>();
        while (after.keySet().stream().anyMatch(each -> canStart(each, started) && started.add(each))) {
            after.keySet().removeAll(started);
        }
        if (!after.isEmpty()) {
            String first = after.keySet().iterator().next();
            throw new YamlException(
                    apps.getOrDefault(first, apps.values().iterator().next()).place(),
                    "apps wait for each other in a circle: " + String.join(", ", after.keySet()));
        }
    }

    private boolean canStart(String app, Set<String> started) {
        return after.getOrDefault(app, Set.of()).stream()
                .allMatch(each -> started.contains(each) || !after.containsKey(each));
    }

    private void note(String later, String earlier) {
        after.computeIfAbsent(later, app -> new TreeSet<>()).add(earlier);
    }

    private String service(String name, YamlNode node) {
        String other = node.text("after or before of app \"" + name + "\"");
        YamlNode app = apps.get(other);
        if (app == null || !ServiceRules.isService(new Fields(app.map(other)))) {
            throw new YamlException(
                    node.place(), "app \"" + name + "\" starts before or after \"" + other + "\", which is no service");
        }
        return other;
    }
}
