package io.coreimage.assertion;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The conditions of one interface rule: all must hold for it to apply. */
final class InterfaceConditions {

    private static final Set<String> SNAP_TYPES = Set.of("core", "kernel", "gadget", "app");

    private final String rule;
    private final HeaderReader conditions;
    private final InterfaceRules.Side side;
    private long format = 1;
    private boolean any;

    InterfaceConditions(String rule, HeaderReader conditions, InterfaceRules.Side side) {
        this.rule = rule;
        this.conditions = conditions;
        this.side = side;
    }

    /** Return the format that the checked conditions need. */
    long format() {
        return format;
    }

    void checkInstallation() {
        String own = side.word();
        checkNamesAndAttributes(side);
        checkTexts(own + "-snap-type", SNAP_TYPES::contains, "type of snaps (core, kernel, gadget, app)");
        checkTexts(own + "-snap-id", Names::isSnapId, "id of a snap");
        checkCounts(false);
        checkEnvironment();
    }

    void checkConnection(boolean allow) {
        String other = side.other().word();
        checkNamesAndAttributes(InterfaceRules.Side.PLUG);
        checkNamesAndAttributes(InterfaceRules.Side.SLOT);
        checkTexts("slot-snap-type", SNAP_TYPES::contains, "type of snaps (core, kernel, gadget, app)");
        if (side == InterfaceRules.Side.SLOT) {
            checkTexts("plug-snap-type", SNAP_TYPES::contains, "type of snaps (core, kernel, gadget, app)");
        }
        checkTexts(other + "-snap-id", Names::isSnapId, "id of a snap");
        checkTexts(
                other + "-publisher-id",
                text -> Names.isAccountId(text) || isVariable(text),
                "account id or reference to one");
        checkCounts(allow);
        checkEnvironment();
        if (!any) {
            throw conditions.violation(rule, "has no condition that is known");
        }
    }

    private void checkNamesAndAttributes(InterfaceRules.Side which) {
        String names = which.word() + "-names";
        if (found(names)) {
            needFormat(4);
            conditions.texts(rule, names).forEach(each -> checkNamePattern(names, each));
        }
        String attributes = which.word() + "-attributes";
        if (found(attributes)) {
            ValueRuleReader reader = new ValueRuleReader(rule, InterfaceRules.REFERENCES);
            needFormat(formatOf(reader.entries(conditions.map(rule, attributes))));
        }
    }

    private void checkNamePattern(String names, String text) {
        if (text.startsWith("$") ? !isVariable(text) : text.chars().anyMatch(Character::isWhitespace)) {
            throw conditions.violation(rule, names, "has no pattern for names: " + Quote.of(text));
        }
        if (!text.startsWith("$")) {
            ValueRuleReader.pattern(rule, conditions, names, text);
        }
    }

    /** Return the format that a rule for attributes needs. */
    private static long formatOf(ValueRule value) {
        if (value instanceof ValueRule.Entries entries) {
            return formatOf(entries.rules().values().stream().toList(), 1);
        }
        if (value instanceof ValueRule.AnyOf anyOf) {
            return formatOf(anyOf.rules(), 5);
        }
        if (value instanceof ValueRule.OtherSide otherSide) {
            return InterfaceRules.isPublisher(otherSide.reference()) ? 6 : 2;
        }
        return value instanceof ValueRule.Missing ? 2 : 1;
    }

    private static long formatOf(List<ValueRule> values, long own) {
        return values.stream().mapToLong(InterfaceConditions::formatOf).reduce(own, Math::max);
    }

    private static boolean isVariable(String text) {
        return text.length() > 1
                && text.startsWith("$")
                && Names.UPPER.test(text.charAt(1))
                && Names.consistsOf(
                        text.substring(1), Names.UPPER.or(Names.DIGIT).or(c -> c == '_'));
    }

    private void checkTexts(String name, Predicate<String> syntax, String what) {
        if (found(name)) {
            conditions.texts(rule, name, syntax, what);
        }
    }

    private void checkCounts(boolean allowed) {
        for (String name : List.of("slots-per-plug", "plugs-per-slot")) {
            if (!allowed) {
                conditions.forbid(rule, name, "can only limit what allow-connection and allow-auto-connection allow");
            }
            if (found(name) && !"*".equals(conditions.map().text(name))) {
                conditions.positive(rule, name);
            }
        }
    }

    private void checkEnvironment() {
        if (found("on-classic") && word("on-classic") == null) {
            List<String> items = conditions.texts(
                    rule, "on-classic", InterfaceConditions::isDistribution, "distribution, or distribution/variant");
            needFormat(items.stream().anyMatch(each -> each.indexOf('/') >= 0) ? 7 : 1);
        }
        if (found("on-core-desktop") && word("on-core-desktop") == null) {
            throw conditions.violation(rule, "on-core-desktop", "must be \"true\" or \"false\"");
        }
        for (String name : DeviceScope.KEYS) {
            needFormat(found(name) ? 3 : 1);
        }
        DeviceScope.read(rule, conditions);
    }

    private @Nullable String word(String name) {
        String word = conditions.map().text(name);
        return "true".equals(word) || "false".equals(word) ? word : null;
    }

    private static boolean isDistribution(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return isDistributionPart(text);
        }
        String variant = text.substring(slash + 1);
        return isDistributionPart(text.substring(0, slash))
                && (variant.isEmpty() || variant.equals("*") || isDistributionPart(variant));
    }

    private static boolean isDistributionPart(String text) {
        return Names.consistsOf(text, Names.LOWER_OR_DIGIT.or(c -> "-._".indexOf(c) >= 0));
    }

    private boolean found(String name) {
        boolean found = conditions.has(name);
        any |= found;
        return found;
    }

    private void needFormat(long needed) {
        format = Math.max(format, needed);
    }
}
