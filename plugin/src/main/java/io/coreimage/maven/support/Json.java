package io.coreimage.maven.support;

import java.util.Locale;
import java.util.stream.Collectors;

/** The little of JSON that goals print. */
final class Json {

    private Json() {}

    static String quoted(String text) {
        return text.codePoints().mapToObj(Json::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int codePoint) {
        return codePoint < 0x20 || codePoint == '"' || codePoint == '\\'
                ? String.format(Locale.ROOT, "\\u%04x", codePoint)
                : Character.toString(codePoint);
    }
}
