package io.coreimage.resolve;

import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.MissingAssertionException;
import io.coreimage.assertion.Model;
import io.coreimage.problem.RefusedException;
import java.util.Objects;

/** What to do about an assertion that a store does not have, by what it would have been good for. */
final class MissingAdvice {

    private final Model model;

    MissingAdvice(Model model) {
        this.model = model;
    }

    /** Return the same problem with a next step that fits. */
    RefusedException with(MissingAssertionException ex) {
        return new RefusedException(ex.getMessage(), nextStep(ex.name()), ex);
    }

    String nextStep(String name) {
        String type = name.substring(0, Math.max(0, name.indexOf('/')));
        if (name.equals(AssertionType.ACCOUNT_KEY.typeName() + "/" + signKey())) {
            return "The store does not know the key that signed the model: register it with core-image:register-key, or"
                    + " name its account-key with core-image.prerequisites.";
        }
        if (name.equals(AssertionType.ACCOUNT.typeName() + "/" + model.brandId())) {
            return "Correct authority-id and brand-id in the model (core-image:whoami says the id of your account), or name"
                    + " the brand's account with core-image.prerequisites.";
        }
        if (type.equals(AssertionType.VALIDATION_SET.typeName())) {
            return "Correct account-id, name and sequence of the model's validation-sets, or publish the set.";
        }
        if (type.equals(AssertionType.ACCOUNT.typeName()) || type.equals(AssertionType.ACCOUNT_KEY.typeName())) {
            return "If the store has a root of its own, name its account and account-key with core-image.trusted.";
        }
        return "The store offers a file that it has not signed in full: try it again later, or ask the store's owner.";
    }

    private String signKey() {
        return Objects.toString(model.assertion().signKey(), "");
    }
}
