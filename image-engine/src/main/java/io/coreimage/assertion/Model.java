package io.coreimage.assertion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model: what a brand's device is made of.
 *
 * <p>There are two ways to write one. The <em>extended</em> way of Ubuntu Core 20 and later lists all snaps with their
 * ids, types and channels; the <em>plain</em> way of 16 and 18 names kernel, gadget and base and lists the others by
 * name.
 *
 * @param assertion what was read
 * @param brandId the account of the brand
 * @param name the model's name
 * @param displayName the name for people
 * @param syntax which of the two ways it is written
 * @param classic whether it is a classic system (with a package manager) instead of Ubuntu Core
 * @param distribution the distribution of a classic system, or {@code null}
 * @param architecture the architecture, {@code null} only where a classic model of the plain syntax leaves it out
 * @param baseName the name of the base, or {@code null} where there is none (UC16, where {@code core} is the base)
 * @param store the store that the device uses, or {@code null} for the global one
 * @param grade how strictly it guards itself
 * @param storageSafety whether its data must be encrypted
 * @param essentialSnaps snapd, kernel, base, gadget: those that there are, in this order
 * @param otherSnaps all others in the order of mention
 * @param serialAuthority who may sign serials
 * @param systemUserAuthority who may sign system users
 * @param preseedAuthority who may sign preseeds
 * @param validationSets the validation sets that it names, in order
 * @param timestamp when it was written
 */
public record Model(
        Assertion assertion,
        String brandId,
        String name,
        String displayName,
        Syntax syntax,
        boolean classic,
        @Nullable String distribution,
        @Nullable String architecture,
        @Nullable String baseName,
        @Nullable String store,
        Grade grade,
        StorageSafety storageSafety,
        List<ModelSnap> essentialSnaps,
        List<ModelSnap> otherSnaps,
        Authorities serialAuthority,
        Authorities systemUserAuthority,
        Authorities preseedAuthority,
        List<ModelValidationSet> validationSets,
        Instant timestamp)
        implements TypedAssertion {

    public Model {
        essentialSnaps = List.copyOf(essentialSnaps);
        otherSnaps = List.copyOf(otherSnaps);
        validationSets = List.copyOf(validationSets);
    }

    /**
     * Read a model.
     * @throws io.coreimage.problem.RefusedException if the assertion is of another type
     */
    public static Model of(Assertion assertion) {
        return new ModelReader(assertion).read();
    }

    /** Return the series, {@code 16} for everything that there is. */
    public String series() {
        return assertion.header("series");
    }

    /** Return whether it is written in the syntax of UC20 and later. */
    public boolean isExtended() {
        return syntax == Syntax.EXTENDED;
    }

    /** Return all snaps: the essential ones first, then the others in the order of mention. */
    public List<ModelSnap> snaps() {
        return Stream.concat(essentialSnaps.stream(), otherSnaps.stream()).toList();
    }

    /** Return all snaps that must be in an image, in the same order. */
    public List<ModelSnap> requiredSnaps() {
        return snaps().stream().filter(ModelSnap::isRequired).toList();
    }

    /** Return the snap with that name. */
    public Optional<ModelSnap> snap(String snapName) {
        return snaps().stream().filter(each -> each.name().equals(snapName)).findFirst();
    }

    /** Return the kernel; every model of Ubuntu Core has one. */
    public Optional<ModelSnap> kernel() {
        return essential(ModelSnap.Type.KERNEL);
    }

    /** Return the gadget; every model of Ubuntu Core has one. */
    public Optional<ModelSnap> gadget() {
        return essential(ModelSnap.Type.GADGET);
    }

    /** Return the snapd snap where the model names it. */
    public Optional<ModelSnap> snapd() {
        return essential(ModelSnap.Type.SNAPD);
    }

    /** Return the base; none in a model of UC16 and in a plain classic one. */
    public Optional<ModelSnap> base() {
        return essentialSnaps.stream()
                .filter(each -> each.name().equals(baseName))
                .findFirst();
    }

    private Optional<ModelSnap> essential(ModelSnap.Type type) {
        return essentialSnaps.stream().filter(each -> each.type() == type).findFirst();
    }

    /** Return the brand and the model as revision authorities and people name it: {@code brand/model}. */
    public String fullName() {
        return brandId + "/" + name;
    }

    /** The two ways to write a model. */
    public enum Syntax {
        PLAIN,
        EXTENDED
    }
}
