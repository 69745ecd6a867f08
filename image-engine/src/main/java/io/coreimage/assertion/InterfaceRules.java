package io.coreimage.assertion;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The rules of a declaration about who may connect to whom. Only a running system follows them; here their form is
 * checked, and which format they need.
 */
final class InterfaceRules {

    private static final List<String> KINDS = List.of("installation", "connection", "auto-connection");

    private final String rule;
    private final Side side;
    private long format = 1;

    private InterfaceRules(String rule, Side side) {
        this.rule = rule;
        this.side = side;
    }

    /** The side of a connection that rules are about. */
    enum Side {
        PLUG,
        SLOT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Side other() {
            return this == PLUG ? SLOT : PLUG;
        }
    }

    /** Check all rules of one side and return the format that they need. */
    static long check(String rule, HeaderReader headers, Side side) {
        HeaderReader interfaces = headers.optionalMap(rule, side.word() + "s");
        if (interfaces == null) {
            return 0;
        }
        InterfaceRules rules = new InterfaceRules(rule, side);
        for (String name : interfaces.map().names()) {
            rules.checkInterface(interfaces, name);
        }
        return rules.format;
    }

    private void checkInterface(HeaderReader interfaces, String name) {
        if (isBoolean(interfaces, name)) {
            return;
        }
        HeaderReader entries = interfaces.map(rule, name);
        boolean any = false;
        for (String kind : KINDS) {
            for (String verb : List.of("allow", "deny")) {
                any |= checkAlternatives(entries, verb + "-" + kind);
            }
        }
        if (!any) {
            throw interfaces.violation(rule, name, "has none of allow- or deny-" + String.join(", -", KINDS));
        }
    }

    private static boolean isBoolean(HeaderReader map, String name) {
        String word = map.map().text(name);
        return "true".equals(word) || "false".equals(word);
    }

    private boolean checkAlternatives(HeaderReader entries, String name) {
        if (!entries.has(name)) {
            return false;
        }
        if (entries.map().get(name) instanceof HeaderList) {
            entries.maps(rule, name).forEach(each -> checkConditions(each, name));
        } else if (!isBoolean(entries, name)) {
            checkConditions(entries.map(rule, name), name);
        }
        return true;
    }

    private void checkConditions(HeaderReader conditions, String name) {
        InterfaceConditions checked = new InterfaceConditions(rule, conditions, side);
        if (name.endsWith("installation")) {
            checked.checkInstallation();
        } else {
            checked.checkConnection(name.startsWith("allow"));
        }
        format = Math.max(format, checked.format());
    }

    /** References to attributes and publishers of the two sides of a connection. */
    static final Predicate<String> REFERENCES = text -> isPublisher(text) || isAttribute(text);

    static boolean isPublisher(String text) {
        return text.equals("$PLUG_PUBLISHER_ID") || text.equals("$SLOT_PUBLISHER_ID");
    }

    private static boolean isAttribute(String text) {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            return false;
        }
        String argument = text.substring(open + 1, text.length() - 1);
        return List.of("$SLOT", "$PLUG", "$SLOT_COMPAT", "$PLUG_COMPAT").contains(text.substring(0, open))
                && !argument.isEmpty()
                && argument.indexOf(',') < 0;
    }
}
