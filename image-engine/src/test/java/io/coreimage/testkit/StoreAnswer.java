package io.coreimage.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TestStore} would say if nothing failed.
 * @param status its status
 * @param contentType what the body is
 * @param text the body, if it is short
 * @param file the body, if it is a file
 */
record StoreAnswer(
        int status,
        String contentType,
        String text,
        @Nullable Path file) {

    static StoreAnswer json(int status, String body) {
        return new StoreAnswer(status, "application/json", body, null);
    }

    static StoreAnswer error(int status, String code, String message) {
        return json(status, "{\"error-list\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}");
    }

    static StoreAnswer assertion(byte[] text) {
        return new StoreAnswer(200, "application/x.ubuntu.assertion", new String(text, StandardCharsets.UTF_8), null);
    }

    static StoreAnswer file(Path file) {
        return new StoreAnswer(200, "application/octet-stream", "", file);
    }
}
