package io.coreimage.assertion;

import io.coreimage.key.SigningKey;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs assertions of every type, and takes exactly what {@code snap sign} takes. The time of the signature is given:
 * same input, key and time, same bytes.
 */
public final class AssertionSigner {

    private final SigningKey key;
    private final Optional<AccountKey> registration;

    public AssertionSigner(SigningKey key) {
        this(key, Optional.empty());
    }

    /**
     * Create an instance.
     * @param key what signs
     * @param registration the account-key of that key where it is known: what it must not sign is refused
     */
    public AssertionSigner(SigningKey key, Optional<AccountKey> registration) {
        this.key = key;
        this.registration = registration;
    }

    /**
     * Sign a JSON object.
     * @param json the object in UTF-8
     * @param created the time that the signature names
     * @throws AssertionException if it breaks a rule
     */
    public Assertion signJson(byte[] json, Instant created) {
        try {
            return sign(JsonInput.read(json), created);
        } catch (RuleViolation ex) {
            throw unsignable("assertion", ex);
        }
    }

    /**
     * Sign headers.
     * @param input texts, lists and maps of these by name; the body is the text with the name {@code body}
     * @param created the time that the signature names
     * @throws AssertionException if they break a rule
     */
    public Assertion sign(Map<String, ?> input, Instant created) {
        String thing = "assertion";
        try {
            thing = SigningInput.type(input) + " assertion";
            SigningInput draft = SigningInput.of(input);
            checkRegistration(draft);
            SigningDraft checked = SigningDraft.of(draft, key.publicKey().id());
            checked.checkType();
            byte[] content = checked.content();
            checkReadable(thing, content);
            return Assertion.decode(joined(content, key.sign(content, created)));
        } catch (RuleViolation ex) {
            throw unsignable(thing, ex);
        }
    }

    /** Make the request that the key be registered for an account. */
    public Assertion requestRegistration(String accountId, String name, Instant since, Instant created) {
        Map<String, String> headers = Map.of(
                "type", AssertionType.ACCOUNT_KEY_REQUEST.typeName(),
                "account-id", accountId,
                "name", name,
                "public-key-sha3-384", key.publicKey().id().text(),
                "since", DateTimeFormatter.ISO_INSTANT.format(since.truncatedTo(ChronoUnit.SECONDS)),
                "body", key.publicKey().encoded());
        return sign(headers, created);
    }

    private void checkRegistration(SigningInput draft) {
        if (registration.isEmpty() || !draft.type().hasAuthority()) {
            return;
        }
        AccountKey known = registration.get();
        if (!known.accountId().equals(draft.headers().text("authority-id"))) {
            throw RuleViolation.at(
                    "S18", "authority-id", "\"authority-id\" must be " + known.accountId() + ", whose key signs");
        }
        if (!known.maySign(draft.headers())) {
            throw RuleViolation.at("S19", "", "the key is registered for other assertions only");
        }
    }

    /** Names that cannot be read again, and lists that vanish, are found by reading. */
    private static void checkReadable(String thing, byte[] content) {
        try {
            Assertion.decode(joined(content, "unsigned\n"));
        } catch (AssertionException ex) {
            String message = "cannot sign " + thing + ": nobody could read the result: " + ex.getMessage();
            throw new AssertionException(
                    message,
                    "Correct the name, or leave out the empty list or map.",
                    "unreadable",
                    ex.path(),
                    ex.line(),
                    ex);
        }
    }

    private static byte[] joined(byte[] content, String signature) {
        byte[] tail = ("\n\n" + signature).getBytes(StandardCharsets.ISO_8859_1);
        byte[] joined = new byte[content.length + tail.length];
        System.arraycopy(content, 0, joined, 0, content.length);
        System.arraycopy(tail, 0, joined, content.length, tail.length);
        return joined;
    }

    private static RefusedException unsignable(String thing, RuleViolation violation) {
        String place = violation.line() > 0 ? " (line " + violation.line() + ")" : "";
        String message = "cannot sign " + thing + ": " + violation.reason() + place;
        return new AssertionException(
                message, nextStep(violation.rule()), violation.rule(), violation.path(), violation.line(), violation);
    }

    private static @Nullable String nextStep(String rule) {
        return switch (rule) {
            case "S09" -> "Set \"authority-id\" to your account id; core-image:whoami shows it.";
            case "S12" -> "Set \"format\" to that number.";
            default -> null;
        };
    }
}
