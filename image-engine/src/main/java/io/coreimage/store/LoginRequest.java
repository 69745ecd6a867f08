package io.coreimage.store;

import org.jspecify.annotations.Nullable;

/**
 * Who wants to log in.
 * @param email the account's e-mail
 * @param password its password, never shown
 * @param otp the code of the second factor, never shown; {@code null} where none was asked for
 */
public record LoginRequest(
        String email, String password, @Nullable String otp) {

    @Override
    public String toString() {
        return "login request";
    }
}
