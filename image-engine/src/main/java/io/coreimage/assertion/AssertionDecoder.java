package io.coreimage.assertion;

import io.coreimage.key.KeyId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts an assertion together from its parts, after the rules that hold for all types. */
final class AssertionDecoder {

    private final byte[] headerBytes;
    private final int firstLine;
    private String thing = "assertion";

    /**
     * Create an instance.
     * @param headerBytes the text of the headers
     * @param firstLine the number of their first line in what is read
     */
    AssertionDecoder(byte[] headerBytes, int firstLine) {
        this.headerBytes = headerBytes;
        this.firstLine = firstLine;
    }

    /** Read a single assertion: what stands behind the last empty line is the signature. */
    static Assertion decode(byte[] encoded) {
        int separator = EmptyLine.last(encoded);
        if (separator < 0) {
            RuleViolation violation = RuleViolation.atLine("D01", 1, "there is no empty line before a signature");
            throw AssertionException.unreadable("assertion", violation, 1);
        }
        byte[] content = EmptyLine.slice(encoded, 0, separator);
        String signature = new String(
                encoded,
                separator + EmptyLine.LENGTH,
                encoded.length - separator - EmptyLine.LENGTH,
                StandardCharsets.ISO_8859_1);
        int headersEnd = EmptyLine.first(content);
        int headersLength = headersEnd < 0 ? content.length : headersEnd;
        int bodyLength = headersEnd < 0 ? 0 : content.length - headersEnd - EmptyLine.LENGTH;
        AssertionDecoder decoder = new AssertionDecoder(EmptyLine.slice(content, 0, headersLength), 1);
        return decoder.decode(new SignedText(content, bodyLength, signature));
    }

    /** Read the headers and check everything. */
    Assertion decode(SignedText text) {
        return located(() -> assemble(headers(), text));
    }

    HeaderMap headers() {
        String text = Utf8.decode(headerBytes);
        if (text == null) {
            throw RuleViolation.atLine("D04", Utf8.lineOfError(headerBytes), "the headers are not UTF-8");
        }
        return HeaderParser.parse(text);
    }

    /** Return the length of the body that the headers announce. */
    static long bodyLength(HeaderMap headers) {
        HeaderReader reader = new HeaderReader(headers);
        String value = reader.optional("D13", "body-length");
        if (value == null) {
            return 0;
        }
        OptionalLong length = Numbers.signed(value);
        if (length.isEmpty()) {
            throw reader.violation("D13", "body-length", "must be a whole number, not " + Quote.of(value));
        }
        return length.getAsLong();
    }

    Assertion assemble(HeaderMap headers, SignedText text) {
        HeaderReader reader = new HeaderReader(headers);
        checkBody(reader, text);
        KeyId signKey = isBuiltin(text.signature()) ? builtinKey(reader) : AssertionFields.signKey(reader);
        AssertionType type = AssertionFields.type(reader);
        thing = type + " assertion";
        if (type.hasJsonBody()) {
            CanonicalJson.check(text.body());
        }
        AssertionFields.checkAuthority(type, reader);
        long format = AssertionFields.format(reader);
        List<String> primaryKey = AssertionFields.primaryKey(type, reader);
        long revision = AssertionFields.revision(reader);
        if (text.signature().isEmpty()) {
            throw RuleViolation.atLine("D30", lastLine(text), "the signature is empty");
        }
        AssertionFields fields = new AssertionFields(format, revision, primaryKey, signKey);
        Assertion assertion = new Assertion(type, fields, AssertionFields.withDefaults(type, headers), text);
        TypedAssertion.of(assertion);
        return assertion;
    }

    private void checkBody(HeaderReader reader, SignedText text) {
        long announced = bodyLength(reader.map());
        if (announced != text.bodyLength()) {
            String reason = "announces " + announced + " bytes, but the body has " + text.bodyLength();
            throw reader.violation("D18", "body-length", reason);
        }
        if (Utf8.decode(text.body()) == null) {
            int line = lineCount(headerBytes) + 1 + Utf8.lineOfError(text.body());
            throw RuleViolation.atLine("D19", line, "the body is not UTF-8");
        }
    }

    private static boolean isBuiltin(String signature) {
        return signature.startsWith(Assertion.BUILTIN)
                && signature
                        .substring(Assertion.BUILTIN.length())
                        .replace("\n", "")
                        .isEmpty();
    }

    private static @Nullable KeyId builtinKey(HeaderReader reader) {
        return reader.has("sign-key-sha3-384") ? AssertionFields.signKey(reader) : null;
    }

    /** Run a step and say in which line it went wrong. */
    <T> T located(Step<T> step) {
        try {
            return step.run();
        } catch (RuleViolation violation) {
            throw AssertionException.unreadable(thing, violation, firstLine - 1 + lineOf(violation));
        }
    }

    /** One step of reading. */
    interface Step<T> {
        T run();
    }

    private int lineOf(RuleViolation violation) {
        if (violation.line() > 0) {
            return violation.line();
        }
        if (violation.path().equals(RuleViolation.BODY)) {
            return lineCount(headerBytes) + 2;
        }
        Map<String, Integer> places = HeaderParser.linesByPath(new String(headerBytes, StandardCharsets.UTF_8));
        String path = violation.path();
        while (!path.isEmpty() && !places.containsKey(path)) {
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return places.getOrDefault(path, 1);
    }

    private static int lastLine(SignedText text) {
        return lineCount(text.content()) + 2;
    }

    private static int lineCount(byte[] bytes) {
        return 1 + EmptyLine.countLineFeeds(bytes, bytes.length);
    }
}
