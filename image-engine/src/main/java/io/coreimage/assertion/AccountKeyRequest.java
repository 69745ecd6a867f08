package io.coreimage.assertion;

import io.coreimage.key.PublicKey;
import java.util.List;

/**
 * The wish that a key be registered for an account, signed with that key.
 * @param assertion what was read
 * @param accountId whose key it shall be
 * @param name what it shall be called
 * @param publicKey the key
 * @param validity when it shall be valid
 */
public record AccountKeyRequest(
        Assertion assertion, String accountId, String name, PublicKey publicKey, KeyValidity validity)
        implements TypedAssertion {

    /** Read a request. */
    public static AccountKeyRequest of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.ACCOUNT_KEY_REQUEST);
        String accountId = headers.nonEmpty("account-key-request.1", "account-id");
        String name = KeyBody.name("account-key-request.2", headers);
        KeyValidity validity =
                KeyValidity.read(headers, "account-key-request.3", "account-key-request.4", "account-key-request.5");
        PublicKey key = KeyBody.read("account-key-request.7", assertion);
        return new AccountKeyRequest(assertion, accountId, name, key, validity);
    }

    @Override
    public List<AssertionRef> prerequisites() {
        return List.of(AssertionRef.account(accountId));
    }
}
