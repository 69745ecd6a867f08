package io.coreimage.store;

import org.jspecify.annotations.Nullable;

/**
 * A key that the store knows as an account's.
 * @param name its name
 * @param id its id: the SHA3-384 of the public key, as assertions write it
 * @param since from when on it is good
 * @param until until when; {@code null} where nothing is said
 */
public record RegisteredKey(
        String name, String id, String since, @Nullable String until) {}
