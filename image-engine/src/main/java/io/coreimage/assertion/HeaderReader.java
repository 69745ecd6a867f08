package io.coreimage.assertion;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Headers as the rules of a type read them: every question names the rule that is broken where the answer is not there
 * or of another kind. Knows where it stands, so that the answer to a user can say so.
 */
final class HeaderReader {

    private final HeaderMap map;
    private final String prefix;

    private HeaderReader(HeaderMap map, String prefix) {
        this.map = map;
        this.prefix = prefix;
    }

    HeaderReader(HeaderMap headers) {
        this(headers, "");
    }

    HeaderMap map() {
        return map;
    }

    boolean has(String name) {
        return map.has(name);
    }

    RuleViolation violation(String rule, String name, String reason) {
        String path = path(name);
        return RuleViolation.at(rule, path, "\"" + path + "\" " + reason);
    }

    /** Return a violation about this map as a whole. */
    RuleViolation violation(String rule, String reason) {
        String path = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        return RuleViolation.at(rule, path, path.isEmpty() ? reason : "\"" + path + "\" " + reason);
    }

    private String path(String name) {
        return prefix + name;
    }

    /** Return a text that may be empty but not missing. */
    String text(String rule, String name) {
        String value = optional(rule, name);
        if (value == null) {
            throw violation(rule, name, "is missing");
        }
        return value;
    }

    /** Return a text that must be there and not be empty. */
    String nonEmpty(String rule, String name) {
        String value = text(rule, name);
        if (value.isEmpty()) {
            throw violation(rule, name, "must not be empty");
        }
        return value;
    }

    /** Return a text, or {@code null} where there is none. */
    @Nullable
    String optional(String rule, String name) {
        HeaderValue value = map.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof HeaderText text) {
            return text.text();
        }
        throw violation(rule, name, "must be text, not " + value.kind());
    }

    /** Return a text; an empty one counts as missing. */
    @Nullable
    String optionalNonEmpty(String rule, String name) {
        String value = optional(rule, name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Return a text with a syntax. */
    String matching(String rule, String name, Predicate<String> syntax, String what) {
        String value = nonEmpty(rule, name);
        if (!syntax.test(value)) {
            throw violation(rule, name, "is no " + what + ": " + Quote.of(value));
        }
        return value;
    }

    boolean bool(String rule, String name) {
        String value = optional(rule, name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw violation(rule, name, "must be \"true\" or \"false\", not " + Quote.of(value));
        }
        return true;
    }

    Instant date(String rule, String name) {
        String value = nonEmpty(rule, name);
        Instant date = Timestamps.parse(value);
        if (date == null) {
            throw violation(rule, name, "is no date such as 2020-03-10T12:05:38Z: " + Quote.of(value));
        }
        return date;
    }

    @Nullable
    Instant optionalDate(String rule, String name) {
        return has(name) ? date(rule, name) : null;
    }

    Digest digest(String rule, String name) {
        String value = nonEmpty(rule, name);
        Digest digest = Digests.parse(value);
        if (digest == null) {
            throw violation(rule, name, "is no SHA3-384 digest in base64url: " + Quote.of(value));
        }
        return digest;
    }

    long positive(String rule, String name) {
        String value = nonEmpty(rule, name);
        OptionalLong number = Numbers.signed(value);
        if (number.isEmpty() || number.getAsLong() < 1) {
            throw violation(rule, name, "must be a whole number from 1 on, not " + Quote.of(value));
        }
        return number.getAsLong();
    }

    OptionalLong optionalPositive(String rule, String name) {
        return has(name) ? OptionalLong.of(positive(rule, name)) : OptionalLong.empty();
    }

    Size size(String rule, String name) {
        String value = nonEmpty(rule, name);
        OptionalLong number = Numbers.unsigned(value);
        if (number.isEmpty()) {
            throw violation(rule, name, "must be a number of bytes, not " + Quote.of(value));
        }
        return Size.ofBytes(number.getAsLong());
    }

    /** Return a list of texts; one that is missing counts as empty. */
    List<String> texts(String rule, String name) {
        return texts(rule, name, text -> true, "text");
    }

    /** Return a list of texts with a syntax; one that is missing counts as empty. */
    List<String> texts(String rule, String name, Predicate<String> syntax, String what) {
        List<String> texts = new ArrayList<>();
        for (HeaderValue item : items(rule, name)) {
            if (!(item instanceof HeaderText text)) {
                throw violation(rule, name + "[" + texts.size() + "]", "must be text, not " + item.kind());
            }
            if (!syntax.test(text.text())) {
                throw violation(rule, name + "[" + texts.size() + "]", "is no " + what + ": " + Quote.of(text.text()));
            }
            texts.add(text.text());
        }
        return List.copyOf(texts);
    }

    /** Return a list of maps, each ready to be read; one that is missing counts as empty. */
    List<HeaderReader> maps(String rule, String name) {
        return maps(rule, rule, name);
    }

    /** Return a list of maps where the items have a rule of their own. */
    List<HeaderReader> maps(String rule, String itemRule, String name) {
        List<HeaderReader> maps = new ArrayList<>();
        for (HeaderValue item : items(rule, name)) {
            String place = name + "[" + maps.size() + "]";
            if (!(item instanceof HeaderMap entry)) {
                throw violation(itemRule, place, "must be a map, not " + item.kind());
            }
            maps.add(nested(place, entry));
        }
        return maps;
    }

    private List<HeaderValue> items(String rule, String name) {
        HeaderValue value = map.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof HeaderList list) {
            return list.items();
        }
        throw violation(rule, name, "must be a list, not " + value.kind());
    }

    /** Return a map ready to be read, or {@code null} where there is none. */
    @Nullable
    HeaderReader optionalMap(String rule, String name) {
        HeaderValue value = map.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof HeaderMap entry) {
            return nested(name, entry);
        }
        throw violation(rule, name, "must be a map, not " + value.kind());
    }

    /** Return a reader for a value of this map that is known to be a map. */
    HeaderReader nested(String name, HeaderMap value) {
        return new HeaderReader(value, path(name) + ".");
    }

    /** Return a map that must be there. */
    HeaderReader map(String rule, String name) {
        HeaderReader reader = optionalMap(rule, name);
        if (reader == null) {
            throw violation(rule, name, "is missing");
        }
        return reader;
    }

    /** Refuse the name if it is there. */
    void forbid(String rule, String name, String reason) {
        if (has(name)) {
            throw violation(rule, name, reason);
        }
    }

    /** Refuse the lack of a list that may be empty. */
    void require(String rule, String name) {
        if (!has(name)) {
            throw violation(rule, name, "is missing");
        }
    }
}
