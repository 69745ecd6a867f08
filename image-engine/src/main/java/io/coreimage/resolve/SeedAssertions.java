package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import java.util.List;
import java.util.stream.Stream;

/**
 * The assertions of an image, each once, where it was first needed, and in that order.
 * @param modelEtc what the model needs, its store and its validation sets, without the model itself
 * @param extra what the user adds, with what that needs, without system users
 * @param systemUsers the system users that he adds
 * @param modelSnaps those of the model's snaps and their components, with what they need
 * @param extraSnaps the same for other snaps
 */
public record SeedAssertions(
        List<Assertion> modelEtc,
        List<Assertion> extra,
        List<Assertion> systemUsers,
        List<Assertion> modelSnaps,
        List<Assertion> extraSnaps) {

    public SeedAssertions {
        modelEtc = List.copyOf(modelEtc);
        extra = List.copyOf(extra);
        systemUsers = List.copyOf(systemUsers);
        modelSnaps = List.copyOf(modelSnaps);
        extraSnaps = List.copyOf(extraSnaps);
    }

    /** Return all of them in order. */
    public List<Assertion> all() {
        return Stream.of(modelEtc, extra, systemUsers, modelSnaps, extraSnaps)
                .flatMap(List::stream)
                .toList();
    }
}
