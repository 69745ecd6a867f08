package io.coreimage.store;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire.
 * @param method its method
 * @param uri its target
 * @param headers its headers
 * @param body its body
 * @param patience how long to wait for the first line of the answer, the connection included
 */
public record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        Duration patience) {

    private static final String AUTHORIZATION = "Authorization";

    public Call {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Return the same to another target. */
    Call to(URI other) {
        return new Call(method, other, headers, body, patience);
    }

    /** Return the same with another header. */
    Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, more, body, patience);
    }

    /** Return the same without a credential. */
    Call anonymous() {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(AUTHORIZATION);
        return new Call(method, uri, fewer, body, patience);
    }

    /** Return the same with a credential. */
    Call authorized(String value) {
        return with(AUTHORIZATION, value);
    }

    boolean isAuthorized() {
        return headers.containsKey(AUTHORIZATION);
    }

    /** Return method and target; headers and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
