package io.coreimage.key;

import io.coreimage.problem.RefusedException;
import java.util.regex.Pattern;

/**
 * What a new key is called, here and in its account-key.
 * @param text lower-case letters, digits and single hyphens between them, at least one letter
 */
public record KeyName(String text) {

    private static final Pattern FORM = Pattern.compile("(?=.*[a-z])[a-z0-9](-?[a-z0-9])*");

    /** File systems end names at 255 bytes; ours need a few for an ending. */
    private static final int LONGEST = 200;

    public KeyName {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw new RefusedException(
                    "cannot name a key \"" + text
                            + "\": a name has lower-case letters, digits and single hyphens inside",
                    "Choose a name such as \"my-models\".");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
