package io.coreimage.assertion;

import io.coreimage.key.EnvelopeException;
import io.coreimage.key.KeyId;
import io.coreimage.key.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The check of one assertion, step by step. */
final class Verification {

    private final AssertionDatabase database;
    private final KeyMoment moment;
    private final Assertion assertion;
    private final List<String> warnings = new ArrayList<>();
    private String signer = "";

    Verification(AssertionDatabase database, KeyMoment moment, Assertion assertion) {
        this.database = database;
        this.moment = moment;
        this.assertion = assertion;
    }

    Verdict run() {
        try {
            checkFormat();
            if (assertion.type().hasAuthority()) {
                checkAuthority();
            } else {
                checkSignature(ownKey());
            }
            Consistency.check(TypedAssertion.of(assertion), database);
            return new Verdict(assertion, signer, null, warnings);
        } catch (RuleViolation ex) {
            return new Verdict(assertion, signer, refusal(ex.rule(), assertion, ex.reason()), warnings);
        }
    }

    static AssertionException refusal(String rule, Assertion assertion, String reason) {
        String message = "cannot trust " + assertion + ": " + reason;
        return new AssertionException(message, null, rule, "", 0, null);
    }

    /** Return one refusal that tells all of several. */
    static AssertionException together(List<AssertionException> refusals) {
        AssertionException first = refusals.get(0);
        if (refusals.size() == 1) {
            return first;
        }
        String all = refusals.stream().map(AssertionException::getMessage).collect(Collectors.joining("; "));
        return new AssertionException(all, first.nextStep(), first.rule(), "", 0, first);
    }

    private static RuleViolation violation(String rule, String reason) {
        return RuleViolation.at(rule, "", reason);
    }

    private void checkFormat() {
        if (!assertion.isFormatSupported()) {
            throw violation("V1", "its format " + assertion.format() + " is newer than what is understood here");
        }
    }

    private void checkAuthority() {
        Signatory signatory = signatory();
        signer = "key " + signatory.words();
        checkValidity(signatory);
        if (!signatory.maySign(assertion.headers())) {
            throw violation("V4", "the " + signer + " must not sign such an assertion");
        }
        checkSignature(signatory.publicKey());
        Instant timestamp = TypedAssertion.of(assertion).timestamp();
        if (timestamp != null && !signatory.validity().includes(timestamp)) {
            throw violation(
                    "V7",
                    "its timestamp " + timestamp + " is outside the time of the " + signer + ", which is valid "
                            + signatory.validity());
        }
    }

    private Signatory signatory() {
        KeyId id = assertion.signKey();
        Signatory signatory = id == null ? null : database.signatory(id);
        if (signatory == null) {
            throw violation("V2", id == null ? "it names no key" : "the key " + id + " that signed it is not known");
        }
        if (!signatory.accountId().equals(assertion.authorityId())) {
            throw violation(
                    "V2",
                    "its authority is " + assertion.authorityId() + ", but it was signed with the key "
                            + signatory.words());
        }
        return signatory;
    }

    private void checkValidity(Signatory signatory) {
        KeyValidity validity = signatory.validity();
        if (!moment.isIn(validity)) {
            throw violation("V3", "the " + signer + " is valid " + validity + ", not at " + moment.moment());
        }
        if (moment.today().filter(validity::hasEndedBy).isPresent()) {
            warnings.add("the " + signer + " that signed " + assertion + " was valid at " + moment.moment()
                    + " but has ended since: it is valid " + validity);
        }
    }

    private PublicKey ownKey() {
        PublicKey key = switch (assertion.type()) {
            case ACCOUNT_KEY_REQUEST -> AccountKeyRequest.of(assertion).publicKey();
            case CONFDB_CONTROL -> deviceKey();
            default -> null;
        };
        if (key == null) {
            throw violation("V5", "nobody but a device can check a " + assertion.type());
        }
        if (!key.id().equals(assertion.signKey())) {
            throw violation("V5", "it was not signed with the key that it is about");
        }
        signer = "its own key";
        return key;
    }

    private @Nullable PublicKey deviceKey() {
        return database.find(new AssertionRef(AssertionType.SERIAL, assertion.primaryKey()))
                .map(serial -> Serial.of(serial).deviceKey())
                .orElse(null);
    }

    private void checkSignature(PublicKey key) {
        try {
            key.verify(assertion.sharedContent(), assertion.signature());
        } catch (EnvelopeException ex) {
            throw violation("V6", "its signature does not hold: " + KeyBody.reason(ex));
        }
    }
}
