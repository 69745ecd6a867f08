package io.coreimage;

import io.coreimage.assertion.Assertion;
import io.coreimage.key.StoredKey;
import io.coreimage.model.ModelRules;
import io.coreimage.model.ModelText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model to be signed.
 * @param model the model as its author wrote it
 * @param rules what the build has to say about it
 * @param key what signs; it is opened only if there is something to sign
 * @param known assertions that are known, such as the account-key of that key
 * @param output where the signed model goes
 */
public record SignRequest(ModelText model, ModelRules rules, StoredKey key, List<Assertion> known, Output output) {

    public SignRequest {
        known = List.copyOf(known);
    }

    /**
     * Where a signed model goes.
     * @param folder the folder in which it gets the model's name
     * @param file a file that is named instead
     */
    public record Output(Path folder, Optional<Path> file) {

        /** Return the file for a model of that name. */
        public Path of(String model) {
            return file.orElseGet(() -> folder.resolve(model + ".model"));
        }
    }
}
