package io.coreimage.store;

import org.jspecify.annotations.Nullable;

/**
 * Which store, and as whom.
 * @param addresses where it is
 * @param userAgent what we are called
 * @param credential who asks; {@code null} for nobody in particular
 * @param allowPlainHttp whether plain http to other machines is allowed
 * @param withoutCdn whether files shall come from the store itself
 */
public record StoreAccess(
        StoreAddresses addresses,
        String userAgent,
        @Nullable Credential credential,
        boolean allowPlainHttp,
        boolean withoutCdn) {

    /** Return anonymous access. */
    public static StoreAccess of(StoreAddresses addresses, String userAgent) {
        return new StoreAccess(addresses, userAgent, null, false, false);
    }

    /** Return the same with a credential. */
    public StoreAccess as(Credential who) {
        return new StoreAccess(addresses, userAgent, who, allowPlainHttp, withoutCdn);
    }

    /** Return the same with plain http allowed. */
    public StoreAccess allowingPlainHttp() {
        return new StoreAccess(addresses, userAgent, credential, true, withoutCdn);
    }
}
