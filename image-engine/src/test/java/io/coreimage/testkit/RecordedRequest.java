package io.coreimage.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * A request that a {@link TestStore} got.
 * @param method its method
 * @param path its path and query
 * @param headers its headers, names in lower case
 * @param body its body
 */
public record RecordedRequest(String method, String path, Map<String, String> headers, String body) {

    /** Return a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }
}
