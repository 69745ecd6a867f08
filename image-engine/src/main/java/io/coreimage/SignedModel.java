package io.coreimage;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionDatabase;
import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.Model;
import io.coreimage.problem.RefusedException;
import java.nio.file.Path;
import java.time.Instant;

/** A model that somebody signed before. Where its key is known, it must be proven; where not, that is said. */
final class SignedModel {

    private final UseRequest request;
    private final BuildEvents events;

    SignedModel(UseRequest request, BuildEvents events) {
        this.request = request;
        this.events = events;
    }

    Assertion run() {
        Path file = request.file();
        Assertion assertion = AssertionFile.readOne(file);
        if (assertion.type() != AssertionType.MODEL) {
            throw new RefusedException(
                    "cannot use \"" + file + "\" as a model: it is a "
                            + assertion.type().typeName() + " assertion",
                    "Name the file of a signed model, or of a model in JSON or YAML.");
        }
        Model model = Model.of(assertion);
        prove(assertion, request.moment().orElseGet(model::timestamp));
        return assertion;
    }

    private void prove(Assertion model, Instant moment) {
        AssertionDatabase database = new AssertionDatabase(request.roots(), KeyMoment.at(moment));
        database.addAll(request.known());
        String key = String.valueOf(model.signKey());
        if (database.knows(AssertionRef.accountKey(key))) {
            database.check(model).orThrow().warnings().forEach(events::warn);
        } else {
            events.warn(
                    "The model is not proven yet: its key " + key
                            + " is not known here; name the account-key with core-image.prerequisites, or let fetch ask the store");
        }
    }
}
