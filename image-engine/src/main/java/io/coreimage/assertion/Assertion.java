package io.coreimage.assertion;

import io.coreimage.key.KeyId;
import io.coreimage.problem.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement. What was signed is kept as it was read: nothing is ever written again from the headers.
 *
 * <pre>
 *   headers                          \
 *   (empty line)                      | the content: what is signed
 *   body, if there is one            /
 *   (empty line)
 *   signature
 * </pre>
 */
public final class Assertion {

    /** The only series that there is. */
    public static final String SERIES = "16";

    /** Stands for a signature inside snapd; nobody can sign so. */
    static final String BUILTIN = "$builtin";

    private final AssertionType type;
    private final HeaderMap headers;
    private final long format;
    private final long revision;
    private final List<String> primaryKey;
    private final @Nullable KeyId signKey;
    private final SignedText text;

    Assertion(AssertionType type, AssertionFields fields, HeaderMap headers, SignedText text) {
        this.type = type;
        this.headers = headers;
        this.format = fields.format();
        this.revision = fields.revision();
        this.primaryKey = fields.primaryKey();
        this.signKey = fields.signKey();
        this.text = text;
    }

    /**
     * Read a file that holds one assertion and nothing else.
     * @throws AssertionException if it does not
     */
    public static Assertion decode(byte[] encoded) {
        return AssertionDecoder.decode(encoded);
    }

    /**
     * Read all assertions of a stream.
     * @throws AssertionException if one of them cannot be read
     */
    public static List<Assertion> decodeStream(byte[] stream) {
        return AssertionReader.readAll(stream);
    }

    public AssertionType type() {
        return type;
    }

    /** Return all headers; the optional ones of the primary key are there even where the text leaves them out. */
    public HeaderMap headers() {
        return headers;
    }

    /** Return a header that is text, or the empty text where there is none. */
    public String header(String name) {
        String value = headers.text(name);
        return value == null ? "" : value;
    }

    /** Return the account that vouches for it; empty for types without authority. */
    public String authorityId() {
        return header("authority-id");
    }

    /** Return the revision, 0 where none is named. */
    public long revision() {
        return revision;
    }

    /** Return the format, 0 where none is named. */
    public long format() {
        return format;
    }

    /** Return whether the format is one that is understood; others can be read but not be trusted. */
    public boolean isFormatSupported() {
        return format <= type.maxFormat();
    }

    /** Return the values of the primary key, the optional ones too. */
    public List<String> primaryKey() {
        return primaryKey;
    }

    public AssertionRef ref() {
        return new AssertionRef(type, primaryKey);
    }

    /** Return the id of the key that signed it, or {@code null} for what only snapd's own program may hold. */
    public @Nullable KeyId signKey() {
        return signKey;
    }

    /** Return the body, empty where there is none. */
    public byte[] body() {
        return text.body();
    }

    /** Return the body as text, empty where there is none. */
    public String bodyText() {
        return new String(text.body(), StandardCharsets.UTF_8);
    }

    /** Return what is signed: headers and body as they were read. */
    public byte[] content() {
        return text.content().clone();
    }

    /** Return the content without a copy, for those who only read it. */
    byte[] sharedContent() {
        return text.content();
    }

    /** Return the signature with the line feed behind it, as it was read. */
    public String signature() {
        return text.signature();
    }

    /** Return the headers for the rules of a type, which must be this one's. */
    HeaderReader reader(AssertionType expected) {
        if (type != expected) {
            throw new RefusedException("cannot use " + this + ": it is a " + type + " assertion, not a " + expected);
        }
        return new HeaderReader(headers);
    }

    /** Return the assertions that must be known before this one can be trusted, besides its signing key. */
    public List<AssertionRef> prerequisites() {
        return TypedAssertion.of(this).prerequisites();
    }

    /** Return the whole assertion, byte for byte as it was read. */
    public byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.content());
        bytes.writeBytes(new byte[] {'\n', '\n'});
        bytes.writeBytes(text.signature().getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assertion assertion && text.equals(assertion.text);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text.content());
    }

    @Override
    public String toString() {
        return ref().uniqueName() + (revision == 0 ? "" : " revision " + revision);
    }
}
