package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads rules for values. */
final class ValueRuleReader {

    private final String rule;
    private final Predicate<String> references;

    /**
     * Create an instance.
     * @param rule the rule that is broken where a text is no rule for a value
     * @param references which texts that start with {@code $} are known besides {@code $MISSING}
     */
    ValueRuleReader(String rule, Predicate<String> references) {
        this.rule = rule;
        this.references = references;
    }

    ValueRule.Entries entries(HeaderReader map) {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        map.map().entries().forEach((name, value) -> rules.put(name, read(map, name, value, true)));
        return new ValueRule.Entries(rules);
    }

    private ValueRule read(HeaderReader map, String name, HeaderValue value, boolean mayBeList) {
        if (value instanceof HeaderText text) {
            return text(map, name, text.text());
        }
        if (value instanceof HeaderMap nested) {
            return entries(map.nested(name, nested));
        }
        if (value instanceof HeaderList list && mayBeList) {
            return anyOf(map, name, list);
        }
        throw map.violation(rule, name, "must not be a list directly inside a list");
    }

    private ValueRule anyOf(HeaderReader map, String name, HeaderList list) {
        List<ValueRule> rules = new ArrayList<>();
        for (HeaderValue item : list.items()) {
            rules.add(read(map, name + "[" + rules.size() + "]", item, false));
        }
        return new ValueRule.AnyOf(rules);
    }

    private ValueRule text(HeaderReader map, String name, String text) {
        if (text.equals("$MISSING")) {
            return new ValueRule.Missing();
        }
        if (text.startsWith("$")) {
            if (references.test(text)) {
                return new ValueRule.OtherSide(text);
            }
            throw map.violation(rule, name, "is no reference that is known: " + Quote.of(text));
        }
        return new ValueRule.Matching(pattern(rule, map, name, text));
    }

    static ValuePattern pattern(String rule, HeaderReader map, String name, String text) {
        try {
            return ValuePattern.compile(text);
        } catch (IllegalArgumentException ex) {
            String reason = "is no regular expression (" + ex.getMessage() + "): " + Quote.of(text);
            throw map.violation(rule, name, reason);
        }
    }
}
