package io.coreimage.assertion;

import java.util.List;
import java.util.Map;

/** What a value must be like: the little language of key constraints and of interface rules. */
sealed interface ValueRule {

    /** Return whether a value that is there is like that. */
    boolean matches(HeaderValue value);

    /** Every text in a list must match the pattern, and a text by itself too. */
    record Matching(ValuePattern pattern) implements ValueRule {
        @Override
        public boolean matches(HeaderValue value) {
            if (value instanceof HeaderList list) {
                return list.items().stream().allMatch(this::matches);
            }
            return value instanceof HeaderText text && pattern.matches(text.text());
        }
    }

    /** One of several rules must hold. */
    record AnyOf(List<ValueRule> rules) implements ValueRule {
        @Override
        public boolean matches(HeaderValue value) {
            if (value instanceof HeaderList list) {
                return list.items().stream().allMatch(this::matches);
            }
            return rules.stream().anyMatch(rule -> rule.matches(value));
        }
    }

    /** A map must have entries, each with its own rule. */
    record Entries(Map<String, ValueRule> rules) implements ValueRule {
        @Override
        public boolean matches(HeaderValue value) {
            if (value instanceof HeaderList list) {
                return list.items().stream().allMatch(this::matches);
            }
            return value instanceof HeaderMap map
                    && rules.entrySet().stream().allMatch(rule -> matchesEntry(rule.getValue(), map, rule.getKey()));
        }

        private static boolean matchesEntry(ValueRule rule, HeaderMap map, String name) {
            HeaderValue value = map.get(name);
            return value == null ? rule instanceof Missing : rule.matches(value);
        }
    }

    /** The value must not be there. */
    record Missing() implements ValueRule {
        @Override
        public boolean matches(HeaderValue value) {
            return false;
        }
    }

    /** The value must be the one of the other side of a connection; only a running system can tell. */
    record OtherSide(String reference) implements ValueRule {
        @Override
        public boolean matches(HeaderValue value) {
            return false;
        }
    }
}
