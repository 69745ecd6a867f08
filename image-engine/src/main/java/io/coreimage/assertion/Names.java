package io.coreimage.assertion;

import java.util.function.IntPredicate;

/** The syntax of the names that appear in assertions. Written as loops: Java's regular expressions recurse. */
final class Names {

    static final IntPredicate LOWER = c -> c >= 'a' && c <= 'z';
    static final IntPredicate UPPER = c -> c >= 'A' && c <= 'Z';
    static final IntPredicate DIGIT = c -> c >= '0' && c <= '9';
    static final IntPredicate LOWER_OR_DIGIT = LOWER.or(DIGIT);
    static final IntPredicate LETTER_OR_DIGIT = LOWER_OR_DIGIT.or(UPPER);
    static final IntPredicate HYPHEN = c -> c == '-';

    private Names() {}

    static boolean isHeaderName(String text) {
        return isWords(text, LOWER_OR_DIGIT) && LOWER.test(text.charAt(0));
    }

    static boolean isAccountId(String text) {
        return isSnapId(text)
                || (text.length() >= 2 && text.length() <= 28 && consistsOf(text, LOWER_OR_DIGIT.or(HYPHEN)));
    }

    static boolean isSnapId(String text) {
        return text.length() == 32 && consistsOf(text, LETTER_OR_DIGIT);
    }

    /** Snaps, components, resources and bases are named alike. */
    static boolean isSnapName(String text) {
        return text.length() >= 2 && text.length() <= 40 && isKeyName(text);
    }

    static boolean isKeyName(String text) {
        return isWords(text, LOWER_OR_DIGIT) && text.chars().anyMatch(LOWER);
    }

    /** Models (before the check for upper case), provenances and targets of aliases are named alike. */
    static boolean isMixedName(String text) {
        return isWords(text, LETTER_OR_DIGIT);
    }

    /** Validation sets and recovery systems are named alike. */
    static boolean isLowerName(String text) {
        return isWords(text, LOWER_OR_DIGIT);
    }

    static boolean isModelName(String text) {
        return isMixedName(text) && text.chars().noneMatch(UPPER);
    }

    static boolean isMode(String text) {
        return text.length() >= 2 && LOWER.test(text.charAt(0)) && consistsOf(text.substring(1), LOWER.or(HYPHEN));
    }

    static boolean isStoreId(String text) {
        return consistsOf(text, LETTER_OR_DIGIT.or(HYPHEN).or(c -> c == '_'));
    }

    static boolean isAlias(String text) {
        return consistsOf(text, LETTER_OR_DIGIT.or(c -> "-_.".indexOf(c) >= 0)) && LETTER_OR_DIGIT.test(text.charAt(0));
    }

    static boolean consistsOf(String text, IntPredicate allowed) {
        return !text.isEmpty() && text.chars().allMatch(allowed);
    }

    /** Return whether it is one or more words with single hyphens between them. */
    private static boolean isWords(String text, IntPredicate allowed) {
        boolean wordStarted = false;
        for (int i = 0; i < text.length(); i++) {
            boolean hyphen = text.charAt(i) == '-';
            if (hyphen ? !wordStarted : !allowed.test(text.charAt(i))) {
                return false;
            }
            wordStarted = !hyphen;
        }
        return wordStarted;
    }
}
