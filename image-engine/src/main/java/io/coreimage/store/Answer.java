package io.coreimage.store;

import io.coreimage.problem.FaultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** An answer that is small enough to be read as a whole. */
final class Answer {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_MANY = 429;
    static final int SERVER_ERROR = 500;

    private static final List<String> HEADERS = List.of(
            "Content-Type", "Content-Encoding", "WWW-Authenticate", "Snap-Store-Version", "X-Oops-Id", "Retry-After");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final int status;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, URI uri, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Read an answer to its end.
     * @param reply the answer
     * @param uri where it came from, after all redirects
     * @param limit how many bytes it may have
     * @param deadline until when all of it has to be here, in the pacer's time
     */
    static Answer read(Reply reply, URI uri, int limit, Pacer pacer, long deadline) throws IOException {
        Map<String, String> headers = new HashMap<>();
        HEADERS.forEach(name -> reply.header(name).ifPresent(value -> headers.put(name, value)));
        byte[] body = readBody(reply, uri, limit, pacer, deadline);
        boolean gzip = "gzip".equalsIgnoreCase(headers.getOrDefault("Content-Encoding", ""));
        return new Answer(reply.status(), uri, headers, gzip ? unzip(body, uri, limit) : body);
    }

    private static byte[] readBody(Reply reply, URI uri, int limit, Pacer pacer, long deadline) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            long left = deadline - pacer.nanos();
            if (left <= 0) {
                throw new HttpTimeoutException("the answer did not end in time");
            }
            ByteBuffer piece = reply.next(Duration.ofNanos(left));
            if (piece == null) {
                return body.toByteArray();
            }
            if (body.size() + piece.remaining() > limit) {
                throw tooLong(uri, limit);
            }
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            body.write(bytes, 0, bytes.length);
        }
    }

    private static byte[] unzip(byte[] body, URI uri, int limit) throws IOException {
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = unzipped.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw tooLong(uri, limit);
            }
            return bytes;
        } catch (EOFException ex) {
            throw new IOException("the answer ended early", ex);
        }
    }

    private static FaultException tooLong(URI uri, int limit) {
        return new FaultException(
                "cannot read the answer of " + Addresses.brief(uri) + ": longer than " + limit + " bytes",
                "Check the store's address: something else than a store answers there.",
                null);
    }

    int status() {
        return status;
    }

    boolean isOk() {
        return status == OK;
    }

    /** Return where the answer came from in the end. */
    URI uri() {
        return uri;
    }

    byte[] body() {
        return body.clone();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Return the media type without parameters, in lower case. */
    String mediaType() {
        String type = headers.getOrDefault("Content-Type", "");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    boolean isHtml() {
        return mediaType().equals("text/html") || text().stripLeading().startsWith("<");
    }

    /** Return how long the server asks to wait, within reason. */
    Duration retryAfter() {
        String seconds = headers.getOrDefault("Retry-After", "");
        if (!seconds.matches("[0-9]{1,6}")) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    /** Return whether it is worth to ask again. */
    boolean mayPass() {
        return status >= SERVER_ERROR
                || (status == TOO_MANY && header("Retry-After").isPresent());
    }
}
