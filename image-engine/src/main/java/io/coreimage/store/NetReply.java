package io.coreimage.store;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer of the JDK's client. */
final class NetReply implements Reply {

    private final HttpResponse<BodyQueue> response;

    NetReply(HttpResponse<BodyQueue> response) {
        this.response = response;
    }

    @Override
    public int status() {
        return response.statusCode();
    }

    @Override
    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    @Override
    public @Nullable ByteBuffer next(Duration patience) throws IOException {
        return response.body().next(patience);
    }

    @Override
    public void close() {
        response.body().cancel();
    }
}
