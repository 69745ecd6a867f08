package io.coreimage.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a login belongs to, and what it may do.
 * @param id the account's id: what a model calls brand-id and authority-id
 * @param email its e-mail
 * @param username its name
 * @param displayName its name for people
 * @param permissions what the login may do; nothing said means that it is not limited
 * @param channels the channels that it is limited to
 * @param expires when it ends, as the service writes it
 */
public record Account(
        String id,
        String email,
        String username,
        String displayName,
        List<String> permissions,
        List<String> channels,
        @Nullable String expires) {

    public Account {
        permissions = List.copyOf(permissions);
        channels = List.copyOf(channels);
    }
}
