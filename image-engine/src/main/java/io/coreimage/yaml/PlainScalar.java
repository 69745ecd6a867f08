package io.coreimage.yaml;

import io.coreimage.yaml.YamlNode.Text;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a scalar means where a type is wanted: YAML 1.1 as snapd reads it. */
public final class PlainScalar {

    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern BASED = Pattern.compile("([-+]?)0(x|o|b|)([0-9a-fA-F_]+)");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?", Pattern.DOTALL);

    private PlainScalar() {}

    /** Return a {@link Boolean}, {@link Long}, {@link Double} or {@link String}; {@code null} for anything else. */
    public static @Nullable Object of(Text text) {
        String value = text.value();
        if (!text.plain()) {
            return value;
        }
        if (TRUE.contains(value)) {
            return true;
        }
        if (FALSE.contains(value)) {
            return false;
        }
        if (DATE.matcher(value).matches()) {
            return null;
        }
        Object number = number(value);
        return number == null ? value : number;
    }

    private static @Nullable Object number(String value) {
        try {
            if (DECIMAL.matcher(value).matches()) {
                return Long.parseLong(value.replace("_", "").replaceFirst("^\\+", ""));
            }
            var based = BASED.matcher(value);
            if (based.matches()) {
                return Long.parseLong(
                        based.group(1).replace("+", "") + based.group(3).replace("_", ""), radix(based.group(2)));
            }
        } catch (NumberFormatException ex) {
            return FLOAT.matcher(value).matches() ? (Object) Double.parseDouble(value) : null;
        }
        return FLOAT.matcher(value).matches() ? (Object) Double.parseDouble(value) : null;
    }

    private static int radix(String prefix) {
        return switch (prefix) {
            case "x" -> 16;
            case "b" -> 2;
            default -> 8;
        };
    }
}
