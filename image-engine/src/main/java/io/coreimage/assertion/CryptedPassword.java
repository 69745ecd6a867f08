package io.coreimage.assertion;

import java.util.OptionalLong;

/** Passwords as systems store them: {@code $6$rounds=5000$salt$hash}. */
final class CryptedPassword {

    private static final int MOST_PARTS = 5;
    private static final long WEAKEST = 6;

    private CryptedPassword() {}

    static boolean isCrypted(String text) {
        String[] parts = text.split("\\$", MOST_PARTS);
        if (parts.length < MOST_PARTS - 1 || Numbers.signed(parts[1]).orElse(0) < WEAKEST) {
            return false;
        }
        if (parts[2].startsWith("rounds=") && !(parts.length == MOST_PARTS && isRounds(parts[2]))) {
            return false;
        }
        return isWord(parts[parts.length - 2]) && isWord(parts[parts.length - 1]);
    }

    private static boolean isRounds(String text) {
        OptionalLong rounds = Numbers.signed(text.substring("rounds=".length()));
        return rounds.isPresent() && rounds.getAsLong() >= 5000 && rounds.getAsLong() <= 999_999_999;
    }

    private static boolean isWord(String text) {
        return Names.consistsOf(text, Names.LETTER_OR_DIGIT.or(c -> c == '.' || c == '/'));
    }
}
