package io.coreimage.assertion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user who may be made on a brand's devices.
 * @param assertion what was read
 * @param brandId the brand of the devices
 * @param email the user's address
 * @param series the series that it holds for; empty for all
 * @param models the models that it holds for; empty for all
 * @param serials the devices that it holds for; empty for all
 * @param name the user's full name, where it has one
 * @param username the login name
 * @param password the password as a system stores it, or {@code null}
 * @param forcePasswordChange whether the password must be changed at the first login
 * @param sshKeys the user's public SSH keys
 * @param validity when it holds
 * @param removedAtExpiry whether the user is removed when it ends
 */
public record SystemUser(
        Assertion assertion,
        String brandId,
        String email,
        List<String> series,
        List<String> models,
        List<String> serials,
        @Nullable String name,
        String username,
        @Nullable String password,
        boolean forcePasswordChange,
        List<String> sshKeys,
        KeyValidity validity,
        boolean removedAtExpiry)
        implements TypedAssertion {

    private static final String LISTS = "system-user.2";

    public SystemUser {
        series = List.copyOf(series);
        models = List.copyOf(models);
        serials = List.copyOf(serials);
        sshKeys = List.copyOf(sshKeys);
    }

    /** Read a system-user. */
    public static SystemUser of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.SYSTEM_USER);
        String email = headers.matching("system-user.1", "email", EmailAddress::isAddress, "e-mail address");
        List<String> series = headers.texts(LISTS, "series");
        List<String> models = headers.texts(LISTS, "models");
        List<String> serials = serials(headers, assertion.format(), models);
        String name = headers.optional("system-user.4", "name");
        String username = headers.matching("system-user.4", "username", SystemUser::isUsername, "name for a user");
        String password = password(headers);
        boolean change = headers.bool("system-user.6", "force-password-change");
        if (change && password == null) {
            throw headers.violation("system-user.6", "force-password-change", "needs a \"password\"");
        }
        List<String> sshKeys = headers.texts("system-user.ssh-keys", "ssh-keys");
        KeyValidity validity = validity(headers);
        boolean removed = presence(headers, assertion.format());
        if (models.isEmpty()) {
            checkOneYear(headers, validity);
        }
        String brandId = assertion.header("brand-id");
        return new SystemUser(
                assertion, brandId, email, series, models, serials, name, username, password, change, sshKeys, validity,
                removed);
    }

    private static List<String> serials(HeaderReader headers, long format, List<String> models) {
        List<String> serials = headers.texts(LISTS, "serials");
        if (!serials.isEmpty() && format < 1) {
            throw headers.violation(LISTS, "serials", "needs \"format\" 1");
        }
        if (!serials.isEmpty() && models.size() != 1) {
            throw headers.violation("system-user.3", "serials", "needs exactly one model in \"models\"");
        }
        return serials;
    }

    private static boolean isUsername(String text) {
        return Names.LOWER_OR_DIGIT.test(text.charAt(0))
                && Names.consistsOf(text, Names.LOWER_OR_DIGIT.or(c -> "-._".indexOf(c) >= 0));
    }

    private static @Nullable String password(HeaderReader headers) {
        String password = headers.optionalNonEmpty("system-user.5", "password");
        if (password != null && !CryptedPassword.isCrypted(password)) {
            // The value is not repeated: it may be a password by mistake.
            throw headers.violation(
                    "system-user.5", "password", "is not hashed as crypt(3) does it, with $6$ or better");
        }
        return password;
    }

    private static KeyValidity validity(HeaderReader headers) {
        Instant since = headers.date("system-user.7", "since");
        Instant until = headers.date("system-user.7", "until");
        if (until.isBefore(since)) {
            throw headers.violation("system-user.8", "until", "must not be before \"since\"");
        }
        return new KeyValidity(since, until);
    }

    private static boolean presence(HeaderReader headers, long format) {
        String presence = headers.optionalNonEmpty("system-user.9", "user-presence");
        if (presence == null) {
            return false;
        }
        if (format < 2) {
            throw headers.violation("system-user.9", "user-presence", "needs \"format\" 2");
        }
        if (!presence.equals("until-expiration")) {
            throw headers.violation("system-user.9", "user-presence", "must be until-expiration");
        }
        return true;
    }

    private static void checkOneYear(HeaderReader headers, KeyValidity validity) {
        Instant last = Timestamps.aYearLater(headers.nonEmpty("system-user.7", "since"));
        if (last == null || !validity.hasEndedBy(last)) {
            throw headers.violation(
                    "system-user.10", "until", "must not be more than a year after \"since\" without \"models\"");
        }
    }

    /** Return the format that the headers need. */
    static long formatNeeded(HeaderReader headers) {
        if (headers.has("user-presence")) {
            return 2;
        }
        return headers.texts(LISTS, "serials").isEmpty() ? 0 : 1;
    }
}
