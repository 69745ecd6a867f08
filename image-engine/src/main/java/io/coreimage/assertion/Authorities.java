package io.coreimage.assertion;

import java.util.List;

/**
 * The accounts that may sign something for a brand's devices.
 * @param anyone whether every account may
 * @param accountIds the accounts, where not every one may
 */
public record Authorities(boolean anyone, List<String> accountIds) {

    static final Authorities ANYONE = new Authorities(true, List.of());

    public Authorities {
        accountIds = List.copyOf(accountIds);
    }

    public boolean include(String accountId) {
        return anyone || accountIds.contains(accountId);
    }
}
