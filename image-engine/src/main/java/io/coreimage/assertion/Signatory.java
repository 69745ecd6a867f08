package io.coreimage.assertion;

import io.coreimage.key.KeyId;
import io.coreimage.key.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose signature a key makes.
 * @param accountId the account
 * @param name what the account calls the key, where it has a name
 * @param publicKey the key
 * @param validity when it may sign
 * @param constraints what it may sign
 */
record Signatory(
        String accountId,
        @Nullable String name,
        PublicKey publicKey,
        KeyValidity validity,
        List<KeyConstraint> constraints) {

    static Signatory of(AccountKey key) {
        return new Signatory(key.accountId(), key.name(), key.publicKey(), key.validity(), key.constraints());
    }

    KeyId id() {
        return publicKey.id();
    }

    boolean maySign(HeaderMap headers) {
        return constraints.isEmpty() || constraints.stream().anyMatch(each -> each.matches(headers));
    }

    /** Return the key for sentences. */
    String words() {
        return (name == null ? "" : "\"" + name + "\" ") + "of account " + accountId;
    }
}
