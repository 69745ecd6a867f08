package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import java.util.regex.Pattern;

/**
 * Which validation set, without saying which edition of it.
 * @param account the account that keeps it
 * @param name its name there
 */
public record ValidationSetName(String account, String name) implements Comparable<ValidationSetName> {

    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9A-Z]{32}|[-a-z0-9]{2,28}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:-?[a-z0-9])*");
    private static final int LONGEST_NAME = 200;

    /** Return the set that {@code account/name} means. */
    static ValidationSetName parse(String text) {
        int slash = text.indexOf('/');
        String account = text.substring(0, Math.max(slash, 0));
        String name = text.substring(slash + 1);
        if (!ACCOUNT.matcher(account).matches()
                || name.length() > LONGEST_NAME
                || !NAME.matcher(name).matches()) {
            throw new RefusedException("cannot use validation set \"" + text + "\": not of the form account/name");
        }
        return new ValidationSetName(account, name);
    }

    @Override
    public int compareTo(ValidationSetName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return account + "/" + name;
    }
}
