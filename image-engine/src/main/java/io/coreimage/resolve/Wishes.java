package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the user says besides the model.
 * @param channel the channel for every snap that gets none of its own
 * @param cohort the key of the cohort whose revisions are wanted; {@code null} for none
 * @param snaps the snaps that he names, in order
 * @param components the components that he names, in order
 * @param allowed the revisions and editions that he allows; nothing is said of those not in it
 * @param sequences the editions of validation sets that he names
 * @param validation whether validation is enforced
 * @param architecture the architecture that he expects; {@code null} for whatever the model's is
 * @param customization what is to be changed besides snaps
 * @param assertions further assertions for the image
 * @param allowSnapdKernelMismatch whether snapd may be newer than what is in the kernel's initramfs understands
 */
public record Wishes(
        @Nullable Channel channel,
        @Nullable String cohort,
        List<SnapWish> snaps,
        List<ComponentWish> components,
        SeedManifest allowed,
        List<SequenceWish> sequences,
        Validation validation,
        @Nullable Architecture architecture,
        Customization customization,
        List<Assertion> assertions,
        boolean allowSnapdKernelMismatch) {

    /** Nothing but the model. */
    public static final Wishes NONE = new Wishes(
            null,
            null,
            List.of(),
            List.of(),
            SeedManifest.EMPTY,
            List.of(),
            Validation.ENFORCE,
            null,
            Customization.NONE,
            List.of(),
            false);

    public Wishes {
        snaps = List.copyOf(snaps);
        components = List.copyOf(components);
        sequences = List.copyOf(sequences);
        assertions = List.copyOf(assertions);
    }

    private Wishes with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.wishes();
    }

    /** Return the same with another channel for all. */
    public Wishes withChannel(@Nullable Channel other) {
        return with(draft -> draft.channel = other);
    }

    /** Return the same with another cohort. */
    public Wishes withCohort(@Nullable String other) {
        return with(draft -> draft.cohort = other);
    }

    /** Return the same with other snaps. */
    public Wishes withSnaps(List<SnapWish> other) {
        return with(draft -> draft.snaps = other);
    }

    /** Return the same with other components. */
    public Wishes withComponents(List<ComponentWish> other) {
        return with(draft -> draft.components = other);
    }

    /** Return the same with other revisions and editions. */
    public Wishes withAllowed(SeedManifest other) {
        return with(draft -> draft.allowed = other);
    }

    /** Return the same with other editions of validation sets. */
    public Wishes withSequences(List<SequenceWish> other) {
        return with(draft -> draft.sequences = other);
    }

    /** Return the same with or without validation. */
    public Wishes withValidation(Validation other) {
        return with(draft -> draft.validation = other);
    }

    /** Return the same with another architecture expected. */
    public Wishes withArchitecture(@Nullable Architecture other) {
        return with(draft -> draft.architecture = other);
    }

    /** Return the same with other changes besides snaps. */
    public Wishes withCustomization(Customization other) {
        return with(draft -> draft.customization = other);
    }

    /** Return the same with other further assertions. */
    public Wishes withAssertions(List<Assertion> other) {
        return with(draft -> draft.assertions = other);
    }

    /** Return the same with or without the check of snapd against the kernel. */
    public Wishes withAllowSnapdKernelMismatch(boolean other) {
        return with(draft -> draft.allowSnapdKernelMismatch = other);
    }

    /** Wishes that are being changed. */
    private static final class Draft {

        private @Nullable Channel channel;
        private @Nullable String cohort;
        private List<SnapWish> snaps;
        private List<ComponentWish> components;
        private SeedManifest allowed;
        private List<SequenceWish> sequences;
        private Validation validation;
        private @Nullable Architecture architecture;
        private Customization customization;
        private List<Assertion> assertions;
        private boolean allowSnapdKernelMismatch;

        private Draft(Wishes before) {
            channel = before.channel;
            cohort = before.cohort;
            snaps = before.snaps;
            components = before.components;
            allowed = before.allowed;
            sequences = before.sequences;
            validation = before.validation;
            architecture = before.architecture;
            customization = before.customization;
            assertions = before.assertions;
            allowSnapdKernelMismatch = before.allowSnapdKernelMismatch;
        }

        private Wishes wishes() {
            return new Wishes(
                    channel,
                    cohort,
                    snaps,
                    components,
                    allowed,
                    sequences,
                    validation,
                    architecture,
                    customization,
                    assertions,
                    allowSnapdKernelMismatch);
        }
    }
}
