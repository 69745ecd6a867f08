package io.coreimage.assertion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads assertions one after the other, separated by empty lines. Never holds more of the stream than one assertion,
 * and limits how long that may be.
 */
public final class AssertionReader {

    /** How many bytes headers (with the empty line behind them) and signatures may have. */
    public static final int PART_LIMIT = 128 << 10;

    /** How many bytes a body may have. */
    public static final int BODY_LIMIT = 2 << 20;

    private final StreamParts parts;

    /** Create an instance that reads ahead in the stream and does not close it. */
    public AssertionReader(InputStream stream) {
        this.parts = new StreamParts(stream);
    }

    /** Read all assertions of a stream that is in memory. */
    public static List<Assertion> readAll(byte[] stream) {
        try {
            return new AssertionReader(new ByteArrayInputStream(stream)).readAll();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Read all that is left.
     * @throws AssertionException if an assertion cannot be read
     */
    public List<Assertion> readAll() throws IOException {
        List<Assertion> assertions = new ArrayList<>();
        for (Assertion next = next(); next != null; next = next()) {
            assertions.add(next);
        }
        return List.copyOf(assertions);
    }

    /**
     * Return the next assertion, or {@code null} at the end of the stream.
     * @throws AssertionException if it cannot be read
     */
    public @Nullable Assertion next() throws IOException {
        int firstLine = parts.line();
        byte[] part = parts.next(PART_LIMIT);
        if (part == null) {
            throw unreadable("D03", "the headers do not end within " + PART_LIMIT + " bytes", firstLine);
        }
        if (part.length == 0) {
            return null;
        }
        if (!StreamParts.endsInEmptyLine(part)) {
            throw unreadable("D02", "the input ends inside the headers", parts.line());
        }
        byte[] headerBytes = EmptyLine.slice(part, 0, part.length - EmptyLine.LENGTH);
        AssertionDecoder decoder = new AssertionDecoder(headerBytes, firstLine);
        HeaderMap headers = decoder.located(decoder::headers);
        int bodyLength = decoder.located(() -> bodyLength(headers));
        SignedText text = bodyLength == 0 ? withoutBody(headerBytes) : withBody(headerBytes, bodyLength);
        return decoder.located(() -> decoder.assemble(headers, text));
    }

    /** Return the length to read; nonsense below zero is left to the check against the body that is there. */
    private static int bodyLength(HeaderMap headers) {
        long length = AssertionDecoder.bodyLength(headers);
        if (length > BODY_LIMIT) {
            String reason = "announces " + length + " bytes, more than the " + BODY_LIMIT + " that are allowed";
            throw new HeaderReader(headers).violation("D14", "body-length", reason);
        }
        return (int) Math.max(0, length);
    }

    private SignedText withoutBody(byte[] headers) throws IOException {
        byte[] part = trailer();
        if (!StreamParts.isEmptyLine(part)) {
            return new SignedText(headers, 0, signature(part));
        }
        return new SignedText(joined(headers, new byte[0]), 0, signature(trailer()));
    }

    private SignedText withBody(byte[] headers, int length) throws IOException {
        byte[] body = parts.read(length);
        if (body.length < length) {
            throw unreadable("D02", "the input ends inside the body", parts.line());
        }
        int line = parts.line();
        if (!StreamParts.isEmptyLine(trailer())) {
            throw unreadable("D16", "no empty line follows the body of " + length + " bytes", line);
        }
        return new SignedText(joined(headers, body), length, signature(trailer()));
    }

    private byte[] trailer() throws IOException {
        int line = parts.line();
        byte[] part = parts.next(PART_LIMIT);
        if (part == null) {
            throw unreadable("D17", "the signature does not end within " + PART_LIMIT + " bytes", line);
        }
        return part;
    }

    /** The line feed that ends the signature belongs to it, the one that makes the empty line does not. */
    private static String signature(byte[] part) {
        int length = StreamParts.endsInEmptyLine(part) ? part.length - 1 : part.length;
        return new String(part, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] headers, byte[] body) {
        byte[] content = new byte[headers.length + EmptyLine.LENGTH + body.length];
        System.arraycopy(headers, 0, content, 0, headers.length);
        content[headers.length] = '\n';
        content[headers.length + 1] = '\n';
        System.arraycopy(body, 0, content, headers.length + EmptyLine.LENGTH, body.length);
        return content;
    }

    private static AssertionException unreadable(String rule, String reason, int line) {
        return AssertionException.unreadable("assertion", RuleViolation.atLine(rule, line, reason), line);
    }
}
