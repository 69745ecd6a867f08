package io.coreimage.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What documentation writes where a reader has to put something of his own; nobody wants to sign it.
 *
 * <p>Each pattern looks at so many characters at most: a file full of beginnings must not take minutes.
 */
enum Placeholder {
    ACCOUNT(
            "<\\s*(?:your |developer |brand )?account[ -]id\\s*>|\\b(?:ACCOUNT|BRAND|DEVELOPER|AUTHORITY)_ID\\b",
            "Put your account id there; core-image:whoami shows it, and so does the dashboard of the Snap Store."),
    STORE(
            "<\\s*(?:your )?(?:brand )?store[ -]id\\s*>|\\bSTORE_ID\\b",
            "Put the id of your store there, or leave the line out to use the public store."),
    TIME(
            "<\\s*(?:your )?(?:timestamp|date|time)\\s*>|\\$\\(\\s{0,9}date\\b[^)]{0,99}\\)",
            "Leave the line out: the build's timestamp is put there."),
    COMMAND("\\$\\([^)]{1,99}\\)|`[^`]{1,99}`", "No shell reads this file: put there what the command would print."),
    OTHER("^\\s*<[^<>]+>\\s*$", "Put the real value there.");

    private final Pattern pattern;
    private final String advice;

    Placeholder(String pattern, String advice) {
        this.pattern = Pattern.compile(pattern);
        this.advice = advice;
    }

    /**
     * A placeholder in a text.
     * @param text how it is written
     * @param advice what to put there
     */
    record Found(String text, String advice) {}

    static Optional<Found> in(String text) {
        return Arrays.stream(values()).flatMap(each -> each.find(text).stream()).findFirst();
    }

    private Optional<Found> find(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(new Found(matcher.group().strip(), advice)) : Optional.empty();
    }
}
