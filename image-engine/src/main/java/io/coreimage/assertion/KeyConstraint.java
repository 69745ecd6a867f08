package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.List;

/**
 * What a key may sign: headers that must be like that.
 * @param type the type of assertions
 * @param rules a rule for each header that matters
 */
record KeyConstraint(String type, ValueRule.Entries rules) {

    private static final String META = "\\.+*?()|[]{}^$";

    static List<KeyConstraint> readAll(HeaderReader headers) {
        List<KeyConstraint> constraints = new ArrayList<>();
        for (HeaderReader entry : headers.maps("account-key.8", "constraints")) {
            constraints.add(read(entry.map("account-key.9", "headers")));
        }
        if (constraints.isEmpty() && headers.has("constraints")) {
            throw headers.violation("account-key.8", "constraints", "must not be empty");
        }
        return constraints;
    }

    private static KeyConstraint read(HeaderReader headers) {
        String type = headers.text("account-key.10", "type");
        if (type.chars().anyMatch(c -> META.indexOf(c) >= 0)) {
            throw headers.violation("account-key.11", "type", "must be the name of a type, not a pattern");
        }
        ValueRuleReader reader = new ValueRuleReader("account-key.12", reference -> false);
        return new KeyConstraint(type, reader.entries(headers));
    }

    boolean matches(HeaderMap headers) {
        return rules.matches(headers);
    }
}
