package io.coreimage.store;

/**
 * Who uses a proxy.
 * @param user the name
 * @param password the password, never shown
 */
public record ProxyLogin(String user, String password) {

    @Override
    public String toString() {
        return "the user \"" + user + "\"";
    }
}
