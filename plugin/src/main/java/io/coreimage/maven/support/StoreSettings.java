package io.coreimage.maven.support;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a goal say about stores; everything left out has its default.
 * @param storeUrl the address of a store in the Snap Store's place
 * @param storeDirectory a folder or an archive in a store's place
 * @param cacheDirectory where files are kept
 * @param credentialsFile where our own login is kept
 * @param loginUrl the login service in Ubuntu One's place
 * @param dashboardUrl the dashboard in the Snap Store's place
 * @param allowPlainHttp whether plain http to other machines is allowed
 */
public record StoreSettings(
        @Nullable String storeUrl,
        @Nullable File storeDirectory,
        @Nullable File cacheDirectory,
        @Nullable File credentialsFile,
        @Nullable String loginUrl,
        @Nullable String dashboardUrl,
        boolean allowPlainHttp) {

    /** Return the settings of a goal that only knows about stores and caches. */
    public static StoreSettings of(
            @Nullable String storeUrl,
            @Nullable File storeDirectory,
            @Nullable File cacheDirectory,
            @Nullable File credentialsFile,
            boolean allowPlainHttp) {
        return new StoreSettings(storeUrl, storeDirectory, cacheDirectory, credentialsFile, null, null, allowPlainHttp);
    }
}
