package io.coreimage.assertion;

/** Somebody else's words inside our sentences: in quotes, not too long, and without control characters. */
final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    static String of(String text) {
        String start = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        StringBuilder quoted = new StringBuilder("\"");
        start.codePoints().forEach(each -> quoted.appendCodePoint(isPlain(each) ? each : '\uFFFD'));
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
