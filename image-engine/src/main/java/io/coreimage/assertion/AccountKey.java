package io.coreimage.assertion;

import io.coreimage.key.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with which an account signs.
 * @param assertion what was read
 * @param accountId whose key it is
 * @param name what the account calls it, where it has a name
 * @param publicKey the key
 * @param validity when it may sign
 * @param constraints what it may sign: one of them must match; empty where it may sign anything
 */
public record AccountKey(
        Assertion assertion,
        String accountId,
        @Nullable String name,
        PublicKey publicKey,
        KeyValidity validity,
        List<KeyConstraint> constraints)
        implements TypedAssertion {

    public AccountKey {
        constraints = List.copyOf(constraints);
    }

    /** Read an account-key. */
    public static AccountKey of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.ACCOUNT_KEY);
        String accountId = headers.nonEmpty("account-key.1", "account-id");
        String name = headers.has("name") ? KeyBody.name("account-key.2", headers) : null;
        KeyValidity validity = KeyValidity.read(headers, "account-key.3", "account-key.4", "account-key.5");
        PublicKey key = KeyBody.read("account-key.7", assertion);
        return new AccountKey(assertion, accountId, name, key, validity, KeyConstraint.readAll(headers));
    }

    /** Return the format that the headers need. */
    static long formatNeeded(HeaderReader headers) {
        return headers.has("constraints") ? 1 : 0;
    }

    /** Return whether the key may sign something with those headers. */
    public boolean maySign(HeaderMap headers) {
        return constraints.isEmpty() || constraints.stream().anyMatch(each -> each.matches(headers));
    }

    @Override
    public List<AssertionRef> prerequisites() {
        return List.of(AssertionRef.account(accountId));
    }
}
