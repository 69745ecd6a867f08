package io.coreimage.assertion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account: who somebody is.
 * @param assertion what was read
 * @param accountId the id
 * @param displayName the name for people
 * @param validation how well the name is known to be right: {@code unproven}, {@code starred}, {@code verified}
 * @param username the short name, where there is one
 * @param timestamp when this was said
 */
public record Account(
        Assertion assertion,
        String accountId,
        String displayName,
        String validation,
        @Nullable String username,
        Instant timestamp)
        implements TypedAssertion {

    /** Read an account. */
    public static Account of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.ACCOUNT);
        String displayName = headers.nonEmpty("account.1", "display-name");
        String validation = headers.nonEmpty("account.2", "validation");
        Instant timestamp = headers.date("account.3", "timestamp");
        String username = headers.optional("account.4", "username");
        return new Account(
                assertion,
                assertion.header("account-id"),
                displayName,
                validation.equals("certified") ? "verified" : validation,
                username,
                timestamp);
    }
}
