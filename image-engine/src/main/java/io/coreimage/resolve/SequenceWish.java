package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The edition of a validation set that the user wants.
 * @param account whose set it is; {@code null} where the name alone is enough
 * @param name the set's name
 * @param number the edition
 */
public record SequenceWish(@Nullable String account, String name, int number) {

    private static final Pattern TEXT = Pattern.compile("(?:([^/:]{1,60})/)?([^/:]{1,200}):([1-9][0-9]{0,8})");

    /** Return the wish in a text: {@code set:3} or {@code account/set:3}. */
    public static SequenceWish parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new RefusedException(
                    "cannot use sequence \"" + text + "\": not of the form account/set:number",
                    "Write the validation set's name, a colon and a number from 1, such as canonical/base-set:3.");
        }
        return new SequenceWish(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)));
    }

    /** Return whether that set is meant. */
    boolean means(ValidationSetName set) {
        return name.equals(set.name()) && (account == null || account.equals(set.account()));
    }

    @Override
    public String toString() {
        return (account == null ? "" : account + "/") + name + ":" + number;
    }
}
