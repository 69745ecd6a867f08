package io.coreimage.assertion;

import java.util.function.IntPredicate;

/** E-mail addresses as RFC 5322 writes them: {@code a@b.c}, {@code "a b"@c}, {@code Joe Doe <a@b.c>}. */
final class EmailAddress {

    private static final IntPredicate ATOM =
            Names.LETTER_OR_DIGIT.or(c -> "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0).or(c -> c >= 0x80);

    private final String text;
    private int position;

    private EmailAddress(String text) {
        this.text = text;
    }

    static boolean isAddress(String text) {
        String trimmed = text.strip();
        int open = trimmed.lastIndexOf('<');
        if (open < 0 || !trimmed.endsWith(">")) {
            return new EmailAddress(trimmed).isBare();
        }
        return new EmailAddress(trimmed.substring(0, open)).isPhrase()
                && new EmailAddress(trimmed.substring(open + 1, trimmed.length() - 1)).isBare();
    }

    private boolean isBare() {
        return (quoted() || dottedAtoms()) && next('@') && blanks() && (literal() || dottedAtoms()) && rest();
    }

    /** A display name: words, dotted ones too, or nothing. */
    private boolean isPhrase() {
        while (!atEnd()) {
            if (!next(' ') && !next('\t') && !next('.') && !quoted() && !atom()) {
                return false;
            }
        }
        return true;
    }

    private boolean blanks() {
        while (next(' ') || next('\t')) {
            // Blanks may stand before a domain.
        }
        return true;
    }

    /** Comments in parentheses may stand behind an address. */
    private boolean rest() {
        blanks();
        while (next('(')) {
            int close = text.indexOf(')', position);
            if (close < 0) {
                return false;
            }
            position = close + 1;
            blanks();
        }
        return atEnd();
    }

    private boolean dottedAtoms() {
        if (!atom()) {
            return false;
        }
        while (next('.')) {
            if (!atom()) {
                return false;
            }
        }
        return true;
    }

    private boolean atom() {
        int start = position;
        while (!atEnd() && ATOM.test(text.charAt(position))) {
            position++;
        }
        return position > start;
    }

    private boolean quoted() {
        if (!next('"')) {
            return false;
        }
        while (!atEnd() && text.charAt(position) != '"') {
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        return next('"');
    }

    private boolean literal() {
        if (!next('[')) {
            return false;
        }
        while (!atEnd() && text.charAt(position) != ']') {
            position++;
        }
        return next(']');
    }

    private boolean next(char expected) {
        boolean there = !atEnd() && text.charAt(position) == expected;
        position += there ? 1 : 0;
        return there;
    }

    private boolean atEnd() {
        return position >= text.length();
    }
}
