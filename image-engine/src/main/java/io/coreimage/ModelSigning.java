package io.coreimage;

import io.coreimage.assertion.AccountKey;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionSigner;
import io.coreimage.assertion.AssertionType;
import io.coreimage.key.PublicKey;
import io.coreimage.key.SigningKey;
import io.coreimage.model.ModelDraft;
import io.coreimage.problem.RefusedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Signs a model: what stands in the output already is looked at first, what is written is read again. */
final class ModelSigning {

    private final SignRequest request;
    private final BuildEvents events;

    ModelSigning(SignRequest request, BuildEvents events) {
        this.request = request;
        this.events = events;
    }

    SignResult run() {
        ModelDraft draft = request.model().draft(request.rules());
        draft.warnings().forEach(events::warn);
        Optional<AccountKey> registration = registration();
        registration.ifPresent(key -> refuseEarly(draft, key));
        Assertion unsigned = signer(new Unsigned(request.key().publicKey()), registration, draft);
        Path file = request.output().of(unsigned.header("model"));
        return saysTheSame(file, unsigned, draft.signedAt())
                ? new SignResult(AssertionFile.readOne(file), file, false)
                : signed(file, registration, draft);
    }

    private SignResult signed(Path file, Optional<AccountKey> registration, ModelDraft draft) {
        Assertion model = signer(request.key().open(), registration, draft);
        AssertionFile.write(file, model.encoded());
        Assertion again = AssertionFile.readOne(file);
        request.key().publicKey().verify(again.content(), again.signature());
        return new SignResult(again, file, true);
    }

    private static Assertion signer(SigningKey key, Optional<AccountKey> registration, ModelDraft draft) {
        return new AssertionSigner(key, registration).sign(draft.headers().entries(), draft.signedAt());
    }

    private Optional<AccountKey> registration() {
        return request.known().stream()
                .filter(known -> known.type() == AssertionType.ACCOUNT_KEY)
                .map(AccountKey::of)
                .filter(known -> known.publicKey().id().equals(request.key().id()))
                .findFirst();
    }

    private void refuseEarly(ModelDraft draft, AccountKey registration) {
        Instant since = registration.validity().since();
        if (draft.timestamp().isBefore(since)) {
            throw new RefusedException(
                    "cannot sign with key \"" + request.key().name() + "\": the model's timestamp " + draft.timestamp()
                            + " is before the key's registration at " + since,
                    "Give the model a timestamp after that, or leave it out and use a build timestamp after that.");
        }
    }

    private boolean saysTheSame(Path file, Assertion unsigned, Instant signedAt) {
        try {
            return AssertionFile.exists(file) && isSignedSo(AssertionFile.readOne(file), unsigned, signedAt);
        } catch (RefusedException ex) {
            // Whatever stands there now, it is not what is wanted.
            return false;
        }
    }

    private boolean isSignedSo(Assertion there, Assertion unsigned, Instant signedAt) {
        request.key().publicKey().verify(there.content(), there.signature());
        return Arrays.equals(there.content(), unsigned.content())
                && PublicKey.signatureTime(there.signature()).getEpochSecond() == signedAt.getEpochSecond();
    }

    /** Stands in for a key that need not be opened, as long as only the content is wanted. */
    private record Unsigned(PublicKey publicKey) implements SigningKey {

        @Override
        public String sign(byte[] content, Instant created) {
            return "unsigned\n";
        }
    }
}
