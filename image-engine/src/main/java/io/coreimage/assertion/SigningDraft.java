package io.coreimage.assertion;

import io.coreimage.key.KeyId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An assertion that is complete but for its signature: checked, and written in the only order there is. */
final class SigningDraft {

    private static final Map<String, String> RULES =
            Map.of("D24", "S09", "D25", "S09", "D26", "S10", "D27", "S15", "D28", "S15", "D29", "S14", "D23", "S08");

    private final AssertionType type;
    private final HeaderMap headers;
    private final byte[] body;
    private final KeyId signKey;
    private final AssertionFields fields;

    private SigningDraft(SigningInput input, byte[] body, KeyId signKey) {
        this.type = input.type();
        this.body = body;
        this.signKey = signKey;
        HeaderMap given = input.headers().with("sign-key-sha3-384", new HeaderText(signKey.text()));
        this.headers = body.length == 0
                ? given.without("body-length")
                : given.with("body-length", new HeaderText(Integer.toString(body.length)));
        this.fields = fields();
    }

    /** Check everything that can be checked before there is a signature, in the order of snapd's tool. */
    static SigningDraft of(SigningInput input, KeyId signKey) {
        try {
            byte[] body = LenientUtf8.withoutLoneSurrogates(input.body()).getBytes(StandardCharsets.UTF_8);
            byte[] canonical = input.type().hasJsonBody() ? CanonicalJson.render(body) : body;
            return new SigningDraft(input, canonical, signKey);
        } catch (RuleViolation ex) {
            throw RuleViolation.at(RULES.getOrDefault(ex.rule(), ex.rule()), ex.path(), ex.reason());
        }
    }

    private AssertionFields fields() {
        HeaderReader reader = new HeaderReader(headers);
        AssertionFields.checkAuthority(type, reader);
        long format = AssertionFields.format(reader);
        if (format > type.maxFormat()) {
            throw reader.violation("S11", "format", "must not be more than " + type.maxFormat() + " for a " + type);
        }
        long needed = formatNeeded(reader);
        if (format < needed) {
            throw reader.violation("S12", "format", "must be at least " + needed + " for these headers");
        }
        long revision = AssertionFields.revision(reader);
        List<String> primaryKey = AssertionFields.primaryKey(type, reader);
        return new AssertionFields(format, revision, primaryKey, signKey);
    }

    private long formatNeeded(HeaderReader reader) {
        try {
            return switch (type) {
                case ACCOUNT_KEY -> AccountKey.formatNeeded(reader);
                case SNAP_DECLARATION -> SnapDeclaration.formatNeeded(reader);
                case SYSTEM_USER -> SystemUser.formatNeeded(reader);
                default -> 0;
            };
        } catch (RuleViolation ex) {
            throw RuleViolation.at("S13", ex.path(), ex.reason());
        }
    }

    /** Check the rules of the type on what was given, vanishing headers too. */
    void checkType() {
        SignedText text = new SignedText(content(), body.length, "");
        TypedAssertion.of(new Assertion(type, fields, AssertionFields.withDefaults(type, headers), text));
    }

    /** Return what is signed. */
    byte[] content() {
        HeaderWriter writer = new HeaderWriter();
        TreeMap<String, HeaderValue> left = new TreeMap<>(headers.entries());
        for (String name : leadingNames()) {
            HeaderValue value = left.remove(name);
            if (value != null) {
                writer.header(name, value);
            }
        }
        HeaderValue bodyLength = left.remove("body-length");
        left.remove("sign-key-sha3-384");
        left.keySet().removeAll(unwritten());
        addLeftOutKeyHeaders(left);
        left.forEach(writer::header);
        if (bodyLength != null) {
            writer.header("body-length", bodyLength);
        }
        writer.header("sign-key-sha3-384", new HeaderText(signKey.text()));
        byte[] written = (writer.written() + (body.length == 0 ? "" : "\n\n")).getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(written, written.length + body.length);
        System.arraycopy(body, 0, content, written.length, body.length);
        return content;
    }

    private List<String> leadingNames() {
        List<String> names = new ArrayList<>(List.of("type"));
        names.addAll(fields.format() > 0 ? List.of("format") : List.of());
        names.addAll(type.hasAuthority() ? List.of("authority-id") : List.of());
        names.addAll(fields.revision() > 0 ? List.of("revision") : List.of());
        type.primaryKey().stream()
                .filter(key -> !isFallback(key))
                .map(KeyHeader::name)
                .forEach(names::add);
        return names;
    }

    /** Headers that say what would be so without them. */
    private List<String> unwritten() {
        List<String> names = new ArrayList<>(List.of("format", "revision"));
        type.primaryKey().stream().filter(this::isFallback).map(KeyHeader::name).forEach(names::add);
        return names;
    }

    private boolean isFallback(KeyHeader key) {
        return key.fallback() != null && key.fallback().equals(headers.text(key.name()));
    }

    /** An optional part of the key that was not given is written, but not where the key stands. */
    private void addLeftOutKeyHeaders(Map<String, HeaderValue> left) {
        for (KeyHeader key : type.primaryKey()) {
            if (key.fallback() != null && !headers.has(key.name())) {
                left.put(key.name(), new HeaderText(key.fallback()));
            }
        }
    }
}
