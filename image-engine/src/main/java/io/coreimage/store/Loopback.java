package io.coreimage.store;

import java.net.URI;
import java.util.Locale;

/** This machine itself, where nobody listens in. */
final class Loopback {

    private Loopback() {}

    static boolean is(URI target) {
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.matches("127(\\.[0-9]{1,3}){3}") || host.equals("[::1]");
    }
}
