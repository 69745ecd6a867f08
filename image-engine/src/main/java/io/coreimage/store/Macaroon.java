package io.coreimage.store;

import io.coreimage.problem.MalformedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bearer token with conditions. Everything in it except its signature may be known; the signature is the secret.
 *
 * <p>Read in both binary versions; written in the one that it was read in.
 */
public final class Macaroon {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] BINDING_KEY = new byte[32];

    private final MacaroonFormat format;
    private final String location;
    private final byte[] identifier;
    private final List<Caveat> caveats;
    private final byte[] signature;

    Macaroon(MacaroonFormat format, String location, byte[] identifier, List<Caveat> caveats, byte[] signature) {
        this.format = format;
        this.location = location;
        this.identifier = identifier.clone();
        this.caveats = List.copyOf(caveats);
        this.signature = signature.clone();
    }

    /** Return the macaroon that a text in base64 holds. */
    public static Macaroon decode(String text) {
        byte[] bytes;
        try {
            String plain = text.strip().replace('+', '-').replace('/', '_').replaceAll("=+$", "");
            bytes = Base64.getUrlDecoder().decode(plain);
        } catch (IllegalArgumentException ex) {
            throw new MalformedException("macaroon", 0, "not in base64");
        }
        return MacaroonFormat.of(bytes).read(bytes);
    }

    /** Return it as stores write it: base64 for addresses, without padding. */
    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(format.write(this));
    }

    /** Return this as it is shown together with a root: with a signature that is worth nothing without it. */
    Macaroon boundTo(Macaroon root) {
        byte[] both = new byte[64];
        System.arraycopy(hmac(BINDING_KEY, root.signature), 0, both, 0, 32);
        System.arraycopy(hmac(BINDING_KEY, signature), 0, both, 32, 32);
        return new Macaroon(format, location, identifier, caveats, hmac(BINDING_KEY, both));
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException("every Java 17 has " + HMAC, ex);
        }
    }

    /** Return who made it. */
    String location() {
        return location;
    }

    byte[] identifier() {
        return identifier.clone();
    }

    List<Caveat> caveats() {
        return caveats;
    }

    byte[] signature() {
        return signature.clone();
    }

    /** Return the id of the condition that a login service at the given place has to confirm. */
    Optional<String> caveatFor(String place) {
        return caveats.stream()
                .filter(each -> each.isForThirdParty() && each.location().equals(place))
                .map(Caveat::text)
                .findFirst();
    }

    /** Return the value of a condition of the form {@code place|name|value}. */
    public Optional<String> condition(String name) {
        return caveats.stream()
                .filter(each -> !each.isForThirdParty())
                .map(each -> each.text().split("\\|", 3))
                .filter(parts -> parts.length == 3 && parts[1].equals(name))
                .map(parts -> parts[2])
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Macaroon macaroon && Arrays.equals(format.write(this), format.write(macaroon));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(identifier);
    }

    /** Return who made it, and nothing else. */
    @Override
    public String toString() {
        return "macaroon of " + location;
    }

    /** A condition: of the maker's own, or of somebody else's who has to confirm it. */
    static final class Caveat {

        private final byte[] identifier;
        private final byte[] verification;
        private final String location;

        Caveat(byte[] identifier, byte[] verification, String location) {
            this.identifier = identifier.clone();
            this.verification = verification.clone();
            this.location = location;
        }

        byte[] identifier() {
            return identifier.clone();
        }

        byte[] verification() {
            return verification.clone();
        }

        String location() {
            return location;
        }

        String text() {
            return new String(identifier, StandardCharsets.UTF_8);
        }

        boolean isForThirdParty() {
            return verification.length > 0;
        }
    }
}
