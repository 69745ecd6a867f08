package io.coreimage.snap;

import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What snapd demands of a service, and of an app that is none. */
final class ServiceRules {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "daemon", Set.of("", "simple", "forking", "oneshot", "notify", "dbus"),
            "daemon-scope", Set.of("", "system", "user"),
            "restart-condition",
                    Set.of("on-failure", "on-success", "on-abnormal", "on-abort", "on-watchdog", "always", "never"),
            "stop-mode",
                    Set.of(
                            "",
                            "sigterm",
                            "sigterm-all",
                            "sighup",
                            "sighup-all",
                            "sigusr1",
                            "sigusr1-all",
                            "sigusr2",
                            "sigusr2-all",
                            "sigint",
                            "sigint-all"),
            "install-mode", Set.of("", "enable", "disable"));

    private static final List<String> DURATIONS =
            List.of("stop-timeout", "start-timeout", "watchdog-timeout", "restart-delay");

    private static final List<String> OF_SERVICES = List.of(
            "daemon-scope",
            "restart-condition",
            "stop-timeout",
            "start-timeout",
            "watchdog-timeout",
            "restart-delay",
            "timer",
            "stop-mode",
            "install-mode",
            "activates-on",
            "success-exit-status",
            "after",
            "before",
            "sockets");

    private static final Pattern EXIT_STATUS = Pattern.compile("[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]");

    private final String what;
    private final Fields app;
    private final Fields top;

    ServiceRules(String what, Fields app, Fields top) {
        this.what = what;
        this.app = app;
        this.top = top;
    }

    static boolean isService(Fields app) {
        return !app.text("daemon").isEmpty();
    }

    /** Return whether the service is one of the system; else it is one of each user. */
    static boolean isOfTheSystem(Fields app) {
        return !app.text("daemon-scope").equals("user");
    }

    void check() {
        WORDS.forEach((field, words) -> checkWord(field, words));
        checkRefreshMode();
        DURATIONS.stream().filter(app::has).forEach(this::checkDuration);
        if (!isService(app)) {
            OF_SERVICES.stream().filter(this::isSaid).findFirst().ifPresent(each -> {
                throw refused(each, "is for services only");
            });
        }
        if (app.has("timer") && !TimerText.isValid(app.text("timer"))) {
            throw refused("timer", "\"" + app.text("timer") + "\" is no timer such as mon,10:00-12:00");
        }
        app.list("success-exit-status").forEach(this::checkExitStatus);
        app.list("activates-on").forEach(this::checkActivation);
    }

    private boolean isSaid(String field) {
        return app.has(field)
                && !(app.node(field) instanceof YamlNode.Text text
                        && text.value().isEmpty());
    }

    private void checkWord(String field, Set<String> words) {
        if (app.has(field) && !words.contains(app.text(field))) {
            throw refused(field, "\"" + app.text(field) + "\" is unknown");
        }
    }

    private void checkRefreshMode() {
        Set<String> words = isService(app) ? Set.of("", "endure", "restart") : Set.of("", "ignore-running");
        checkWord("refresh-mode", words);
    }

    private void checkDuration(String field) {
        if (!DurationText.isPositive(app.text(field))) {
            throw refused(field, "\"" + app.text(field) + "\" is no duration such as 1m30s");
        }
    }

    private void checkExitStatus(YamlNode node) {
        if (!EXIT_STATUS.matcher(node.text("success-exit-status")).matches()) {
            throw refused("success-exit-status", "holds something other than numbers from 1 to 255");
        }
    }

    private void checkActivation(YamlNode node) {
        String slot = node.text("activates-on");
        YamlNode definition = top.map("slots").get(slot);
        if (definition == null) {
            throw refused("activates-on", "names \"" + slot + "\", which is no slot");
        }
        if (!(definition instanceof YamlNode.Mapping)
                || !PlugRules.interfaceOf(slot, definition).equals("dbus")) {
            throw refused("activates-on", "names \"" + slot + "\", which is no slot of dbus");
        }
        String bus = new Fields(definition.map(slot)).text("bus");
        if (!bus.isEmpty() && bus.equals("system") != isOfTheSystem(app)) {
            throw refused("activates-on", "names \"" + slot + "\", whose bus is not the service's");
        }
    }

    private YamlException refused(String field, String reason) {
        return new YamlException(app.node(field).place(), field + " of " + what + " " + reason);
    }
}
