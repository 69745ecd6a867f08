package io.coreimage.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new login shall be good for.
 * @param permissions what it may do; building images needs {@code package_access} only
 * @param description what it is called in the account's list
 * @param expires when it ends; {@code null} for whenever the store likes
 * @param channels the channels that it is limited to; empty for all
 */
public record LoginWish(
        List<String> permissions,
        String description,
        @Nullable Instant expires,
        List<String> channels) {

    /** What building images needs. */
    public static final String ACCESS = "package_access";

    /** What registering a key needs. */
    public static final String MODIFY_KEYS = "modify_account_key";

    public LoginWish {
        permissions = List.copyOf(permissions);
        channels = List.copyOf(channels);
    }
}
