package io.coreimage.seed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The little YAML that seeds are written in: a list of maps of texts. */
final class YamlText {

    /** Texts that every YAML reader takes as they are, unless they look like something else than text. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9./][A-Za-z0-9./:_+@~-]*(?<!:)");

    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(?:[0-9][0-9_.]*(?:[eE][-+]?[0-9]+)?|\\.[0-9_]+(?:[eE][-+]?[0-9]+)?|0[box][0-9a-fA-F_]+|\\.inf|\\.nan)"
                    + "|[0-9]+(?::[0-9]+)+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~");

    private final StringBuilder text = new StringBuilder();

    /** Start a list with a name at the given depth. */
    YamlText list(String name, String indent) {
        text.append(indent).append(name).append(":\n");
        return this;
    }

    /** Add a field; the first one of a map follows its dash. */
    YamlText field(String start, String name, @Nullable String value) {
        if (value != null) {
            text.append(start).append(name).append(": ").append(scalar(value)).append('\n');
        }
        return this;
    }

    /** Add a field that is there only if it holds. */
    YamlText flag(String start, String name, boolean holds) {
        if (holds) {
            text.append(start).append(name).append(": true\n");
        }
        return this;
    }

    /** Return a text as YAML writes it: in quotes where it could be taken for something else. */
    static String scalar(String value) {
        boolean plain = PLAIN.matcher(value).matches()
                && !NUMBER.matcher(value).matches()
                && !WORDS.contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : quote(value);
    }

    private static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').appendCodePoint(each);
            } else if (each < ' ' || each == 0x7f) {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", each));
            } else {
                quoted.appendCodePoint(each);
            }
        });
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
