package io.coreimage.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file on its way. The pieces of it share one buffer: each is only good until the next one is asked for. */
final class FetchReply implements Reply {

    private static final int PIECE = 1 << 17;

    private final HttpURLConnection connection;
    private final int status;
    private final InputStream body;
    private final byte[] piece = new byte[PIECE];
    private boolean ended;

    FetchReply(HttpURLConnection connection, int status, InputStream body) {
        this.connection = connection;
        this.status = status;
        this.body = body;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(connection.getHeaderField(name));
    }

    /** The patience is that of the request, as Java fixes it before the connection is made. */
    @Override
    public @Nullable ByteBuffer next(Duration patience) throws IOException {
        try {
            int count = body.read(piece);
            ended = count < 0;
            return ended ? null : ByteBuffer.wrap(piece, 0, count);
        } catch (SocketTimeoutException ex) {
            throw new HttpTimeoutException("nothing came for " + connection.getReadTimeout() / 1000 + " s");
        }
    }

    /** The connection is kept for the next file, but not by waiting for what nobody wants. */
    @Override
    public void close() throws IOException {
        if (ended) {
            body.close();
        } else {
            connection.disconnect();
        }
    }
}
