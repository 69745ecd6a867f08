package io.coreimage.store;

import java.util.List;

/**
 * One question to a store.
 * @param asks what is wanted
 * @param context what is there already
 */
public record Refresh(List<Ask> asks, List<Present> context) {

    public Refresh {
        asks = List.copyOf(asks);
        context = List.copyOf(context);
    }

    /** Ask without a context. */
    public static Refresh of(List<Ask> asks) {
        return new Refresh(asks, List.of());
    }
}
