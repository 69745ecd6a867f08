package io.coreimage.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts an answer on the wire, or what a fault makes of it. */
final class AnswerWriter {

    private static final int SMALL = 200;
    private static final int PIECE = 1 << 14;

    private AnswerWriter() {}

    static void write(
            HttpExchange exchange, RecordedRequest request, StoreAnswer answer, @Nullable Fault fault, Duration pause)
            throws IOException {
        if (fault != null && isInsteadOfAnswer(exchange, fault)) {
            return;
        }
        byte[] body = answer.file() == null
                ? answer.text().getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(answer.file());
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (answer.file() != null) {
            writeFile(exchange, request, body, fault, pause);
        } else {
            writeText(exchange, request, answer.status(), body, fault);
        }
    }

    private static boolean isInsteadOfAnswer(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault.kind()) {
            case ANSWER -> {
                fault.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, fault.number(), fault.body().getBytes(StandardCharsets.UTF_8), -1, Duration.ZERO);
                return true;
            }
            case HANG_UP -> {
                return true;
            }
            case SILENCE -> {
                while (!Thread.currentThread().isInterrupted()) {
                    LockSupport.park();
                }
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private static void writeText(
            HttpExchange exchange, RecordedRequest request, int status, byte[] body, @Nullable Fault fault)
            throws IOException {
        boolean gzip = body.length > SMALL
                && request.header("Accept-Encoding").orElse("").contains("gzip");
        byte[] sent = gzip ? gzip(body) : body;
        if (gzip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        send(
                exchange,
                status,
                sent,
                fault != null && fault.kind() == Fault.Kind.CUT ? fault.number() : -1,
                Duration.ZERO);
    }

    private static void writeFile(
            HttpExchange exchange, RecordedRequest request, byte[] file, @Nullable Fault fault, Duration pause)
            throws IOException {
        byte[] body = file;
        Fault.Kind kind = fault == null ? null : fault.kind();
        if (kind == Fault.Kind.WRONG_BYTE) {
            body[body.length / 2] ^= 1;
        }
        int from = kind == Fault.Kind.NO_RANGES ? 0 : start(request);
        if (from > 0) {
            int told = kind == Fault.Kind.WRONG_RANGE ? from - 1 : from;
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + told + "-" + (body.length - 1) + "/" + body.length);
        }
        byte[] part = java.util.Arrays.copyOfRange(body, Math.min(from, body.length), body.length);
        int cut = kind == Fault.Kind.CUT ? fault.number() : -1;
        send(exchange, from > 0 ? 206 : 200, part, cut, pause);
    }

    private static int start(RecordedRequest request) {
        String range = request.header("Range").orElse("");
        return range.matches("bytes=[0-9]+-") ? Integer.parseInt(range.substring(6, range.length() - 1)) : 0;
    }

    private static void send(HttpExchange exchange, int status, byte[] body, int cut, Duration pause)
            throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length == 0) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        int length = cut < 0 ? body.length : Math.min(cut, body.length);
        int piece = pause.isZero() ? length : PIECE;
        for (int i = 0; i < length; i += piece) {
            LockSupport.parkNanos(pause.toNanos());
            out.write(body, i, Math.min(piece, length - i));
            out.flush();
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }
}
