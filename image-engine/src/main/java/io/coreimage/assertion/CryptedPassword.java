package io.coreimage.assertion;

/** Passwords as systems store them: {@code $6$rounds=5000$salt$hash}. */
final class CryptedPassword {

    private static final int MOST_PARTS = 5;
    private static final int MOST_DIGITS = 18;
    private static final long WEAKEST = 6;

    private CryptedPassword() {}

    static boolean isCrypted(String text) {
        String[] parts = text.split("\\$", MOST_PARTS);
        if (parts.length < MOST_PARTS - 1 || number(parts[1]) < WEAKEST) {
            return false;
        }
        if (parts[2].startsWith("rounds=") && !(parts.length == MOST_PARTS && isRounds(parts[2]))) {
            return false;
        }
        return isWord(parts[parts.length - 2]) && isWord(parts[parts.length - 1]);
    }

    private static boolean isRounds(String text) {
        long rounds = number(text.substring("rounds=".length()));
        return rounds >= 5000 && rounds <= 999_999_999;
    }

    /** Read a number as crypt(3) does, with zeros in front; -1 if it is none. */
    private static long number(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        boolean form = Names.consistsOf(digits, Names.DIGIT) && digits.length() <= MOST_DIGITS;
        return form ? Long.parseLong(digits) : -1;
    }

    private static boolean isWord(String text) {
        return Names.consistsOf(text, Names.LETTER_OR_DIGIT.or(c -> c == '.' || c == '/'));
    }
}
