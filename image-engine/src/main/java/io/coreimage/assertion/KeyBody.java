package io.coreimage.assertion;

import io.coreimage.key.EnvelopeException;
import io.coreimage.key.PublicKey;

/** What account-keys and requests for them have in common: a name, and the key in the body. */
final class KeyBody {

    private KeyBody() {}

    static String name(String rule, HeaderReader headers) {
        return headers.matching(
                rule, "name", Names::isKeyName, "name for a key (lower-case letters, digits, single hyphens between)");
    }

    /** Read the key and check that it is the one that the headers announce. */
    static PublicKey read(String idRule, Assertion assertion) {
        PublicKey key = decode(RuleViolation.BODY, "the body", assertion.bodyText());
        if (!key.id().text().equals(assertion.header("public-key-sha3-384"))) {
            throw RuleViolation.at(
                    idRule, "public-key-sha3-384", "\"public-key-sha3-384\" is not the id of the key in the body");
        }
        return key;
    }

    static PublicKey decode(String path, String what, String envelope) {
        try {
            return PublicKey.decode(envelope);
        } catch (EnvelopeException ex) {
            throw RuleViolation.at(ex.fault().rule(), path, what + " is no public key: " + reason(ex));
        }
    }

    /** Return the part of a sentence that says why. */
    static String reason(EnvelopeException ex) {
        String sentence = ex.getMessage();
        return sentence.substring(sentence.indexOf(": ") + 2);
    }
}
