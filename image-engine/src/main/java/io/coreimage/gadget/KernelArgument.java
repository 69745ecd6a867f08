package io.coreimage.gadget;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of the kernel's command line, split as the kernel does.
 * @param name what stands before the first {@code =}
 * @param value what stands behind it, without quotes, or {@code null} without one
 * @param quoted whether the value stands in double quotes
 */
public record KernelArgument(String name, @Nullable String value, boolean quoted) {

    private static final char QUOTE = '"';

    /** Split a command line at blanks that are not in double quotes. */
    static List<KernelArgument> parseAll(String line) {
        List<KernelArgument> arguments = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char each : (line + " ").toCharArray()) {
            quoted ^= each == QUOTE;
            if (!quoted && isBlank(each)) {
                addTo(arguments, word.toString());
                word.setLength(0);
            } else {
                word.append(each);
            }
        }
        addTo(arguments, word.toString().stripTrailing());
        return arguments;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private static void addTo(List<KernelArgument> arguments, String word) {
        if (!word.isEmpty()) {
            arguments.add(parse(word));
        }
    }

    /** Read a single word, the quotes around all of it or around its value taken off. */
    private static KernelArgument parse(String word) {
        boolean whole = word.charAt(0) == QUOTE;
        String text = whole ? unquote(word) : word;
        int equals = text.indexOf('=');
        if (equals < 0) {
            return new KernelArgument(text, null, whole);
        }
        String value = text.substring(equals + 1);
        boolean quoted = value.startsWith("\"");
        return new KernelArgument(text.substring(0, equals), quoted ? unquote(value) : value, whole || quoted);
    }

    private static String unquote(String text) {
        return text.length() > 1 && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text.substring(1);
    }

    @Override
    public String toString() {
        if (value == null) {
            return quoted ? QUOTE + name + QUOTE : name;
        }
        return name + "=" + (quoted ? QUOTE + value + QUOTE : value);
    }
}
