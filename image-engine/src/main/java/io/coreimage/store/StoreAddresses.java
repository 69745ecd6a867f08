package io.coreimage.store;

import java.net.URI;

/**
 * Where a store's services are.
 * @param api snaps and downloads
 * @param assertions assertions
 * @param sso logins
 * @param dashboard accounts and keys
 */
public record StoreAddresses(URI api, URI assertions, URI sso, URI dashboard) {

    /** The Snap Store. */
    public static final StoreAddresses SNAP_STORE = new StoreAddresses(
            URI.create("https://api.snapcraft.io/"),
            URI.create("https://api.snapcraft.io/"),
            URI.create("https://login.ubuntu.com/api/v2/"),
            URI.create("https://dashboard.snapcraft.io/"));

    /**
     * Return the addresses with another store for snaps and assertions, as a store proxy is.
     * @param url its address, as the user or a store assertion wrote it
     * @param allowPlainHttp whether it may be plain http to another machine
     */
    public StoreAddresses withStore(String url, boolean allowPlainHttp) {
        URI store = Addresses.parse(url, allowPlainHttp);
        return new StoreAddresses(store, store, sso, dashboard);
    }

    /** Return the addresses with other places for logins and accounts. */
    public StoreAddresses withAccounts(String ssoUrl, String dashboardUrl, boolean allowPlainHttp) {
        return new StoreAddresses(
                api,
                assertions,
                Addresses.parse(ssoUrl, allowPlainHttp),
                Addresses.parse(dashboardUrl, allowPlainHttp));
    }
}
