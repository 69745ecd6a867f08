package io.coreimage.snap;

import io.coreimage.yaml.YamlException;
import io.coreimage.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What snapd demands of the definitions of apps, whatever files there are. */
final class AppRules {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](?:-?[a-zA-Z0-9])*");
    private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9][-_.a-zA-Z0-9]*");
    private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9/. _#:$-]*");
    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9/._#:$-]*");
    private static final List<String> COMMANDS =
            List.of("command", "stop-command", "reload-command", "post-stop-command");
    private static final List<String> LISTS =
            List.of("plugs", "slots", "aliases", "command-chain", "after", "before", "activates-on");

    private final Fields top;
    private final Map<String, String> commonIds = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    AppRules(Fields top) {
        this.top = top;
    }

    void check() {
        checkEnvironment("the snap", top);
        top.map("apps").forEach(this::check);
        new ServiceOrder(top.map("apps")).check();
    }

    private void check(String name, YamlNode node) {
        String what = "app \"" + name + "\"";
        if (!NAME.matcher(name).matches()) {
            throw new YamlException(node.place(), what + " needs a name of letters, digits and single dashes");
        }
        Fields app = new Fields(node.map(what));
        LISTS.stream().filter(app::has).forEach(each -> app.node(each).list(each + " of " + what));
        checkWords(what, app);
        checkEnvironment(what, app);
        checkUnique(what, app);
        new ServiceRules(what, app, top).check();
        app.map("sockets").forEach(new SocketRules(what, app, top)::check);
    }

    private static void checkWords(String what, Fields app) {
        COMMANDS.stream().filter(app::has).forEach(each -> checkText(COMMAND, what, each, app.node(each)));
        checkChain(what, app);
    }

    static void checkChain(String what, Fields app) {
        if (app.has("command-chain")) {
            app.node("command-chain")
                    .list("command-chain of " + what)
                    .forEach(each -> checkText(PROGRAM, what, "command-chain", each));
        }
    }

    private static void checkText(Pattern form, String what, String field, YamlNode node) {
        String text = node.text(field + " of " + what);
        if (!form.matcher(text).matches()) {
            throw new YamlException(
                    node.place(),
                    field + " of " + what + " has characters other than letters, digits and /._#:$- : \"" + text
                            + "\"");
        }
    }

    private static void checkEnvironment(String what, Fields fields) {
        fields.map("environment").forEach((name, value) -> value.text("environment variable " + name + " of " + what));
    }

    private void checkUnique(String what, Fields app) {
        if (app.has("common-id")) {
            claim(commonIds, app.text("common-id"), "common-id", what, app.node("common-id"));
        }
        for (YamlNode each : app.has("aliases") ? app.node("aliases").list("aliases") : List.<YamlNode>of()) {
            String alias = each.text("an alias of " + what);
            if (!ALIAS.matcher(alias).matches()) {
                throw new YamlException(each.place(), "\"" + alias + "\" of " + what + " is no name of an alias");
            }
            claim(aliases, alias, "alias", what, each);
        }
    }

    private static void claim(Map<String, String> taken, String value, String field, String what, YamlNode node) {
        String other = taken.putIfAbsent(value, what);
        if (other != null && !Objects.equals(other, what)) {
            throw new YamlException(node.place(), field + " \"" + value + "\" of " + what + " is that of " + other);
        }
    }
}
