package io.coreimage.snap;

import java.util.regex.Pattern;

/** The form of a snap's or component's version for people. */
final class Versions {

    private static final Pattern TEXT = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9:.+~-]{0,30}[a-zA-Z0-9+~])?");

    private Versions() {}

    static String check(Fields fields, String field, String text) {
        if (!TEXT.matcher(text).matches()) {
            throw fields.refused(
                    field, "\"" + text + "\" is not a version of up to 32 letters, digits and :.+~- inside");
        }
        return text;
    }
}
