package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user says besides the model.
 * @param channel the channel for every snap that gets none of its own
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

    /** Return the same with another channel for all. */
    public Wishes withChannel(@Nullable Channel other) {
        return new Wishes(
                other,
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

    /** Return the same with other snaps. */
    public Wishes withSnaps(List<SnapWish> others) {
        return new Wishes(
                channel,
                others,
                components,
                allowed,
                sequences,
                validation,
                architecture,
                customization,
                assertions,
                allowSnapdKernelMismatch);
    }

    /** Return the same with other components. */
    public Wishes withComponents(List<ComponentWish> others) {
        return new Wishes(
                channel,
                snaps,
                others,
                allowed,
                sequences,
                validation,
                architecture,
                customization,
                assertions,
                allowSnapdKernelMismatch);
    }

    /** Return the same with other revisions and editions. */
    public Wishes withAllowed(SeedManifest others) {
        return new Wishes(
                channel,
                snaps,
                components,
                others,
                sequences,
                validation,
                architecture,
                customization,
                assertions,
                allowSnapdKernelMismatch);
    }

    /** Return the same with other editions of validation sets. */
    public Wishes withSequences(List<SequenceWish> others) {
        return new Wishes(
                channel,
                snaps,
                components,
                allowed,
                others,
                validation,
                architecture,
                customization,
                assertions,
                allowSnapdKernelMismatch);
    }

    /** Return the same with or without validation. */
    public Wishes withValidation(Validation other) {
        return new Wishes(
                channel,
                snaps,
                components,
                allowed,
                sequences,
                other,
                architecture,
                customization,
                assertions,
                allowSnapdKernelMismatch);
    }

    /** Return the same with another architecture expected. */
    public Wishes withArchitecture(@Nullable Architecture other) {
        return new Wishes(
                channel,
                snaps,
                components,
                allowed,
                sequences,
                validation,
                other,
                customization,
                assertions,
                allowSnapdKernelMismatch);
    }

    /** Return the same with other changes besides snaps. */
    public Wishes withCustomization(Customization other) {
        return new Wishes(
                channel,
                snaps,
                components,
                allowed,
                sequences,
                validation,
                architecture,
                other,
                assertions,
                allowSnapdKernelMismatch);
    }

    /** Return the same with other further assertions. */
    public Wishes withAssertions(List<Assertion> others) {
        return new Wishes(
                channel,
                snaps,
                components,
                allowed,
                sequences,
                validation,
                architecture,
                customization,
                others,
                allowSnapdKernelMismatch);
    }

    /** Return the same with or without the check of snapd against the kernel. */
    public Wishes withAllowSnapdKernelMismatch(boolean allow) {
        return new Wishes(
                channel,
                snaps,
                components,
                allowed,
                sequences,
                validation,
                architecture,
                customization,
                assertions,
                allow);
    }
}
