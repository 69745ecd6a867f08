package io.coreimage.snap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a snap says about itself in {@code meta/snap.yaml}, as far as an image depends on it.
 * @param name its name
 * @param version its version for people
 * @param type what it is
 * @param base the snap that it stands on; the text {@code none} for nothing at all, {@code null} where it says nothing
 * @param architectures the machines that it runs on
 * @param confinement how tightly it is held
 * @param grade {@code stable}, {@code devel} or empty
 * @param epoch the generations of its data
 * @param assumes what it wants of snapd
 * @param provenance who vouches for it; {@code global-upload} for the store
 * @param about what it tells people
 * @param contentPlugs where it takes in files of others, without those that snapd drops for being malformed
 * @param contentSlots where it offers files, likewise
 * @param components what can be added to it, by name
 * @param apps the names of its programs
 * @param hooks the names of its hooks
 */
public record SnapInfo(
        SnapName name,
        String version,
        SnapType type,
        @Nullable String base,
        List<Architecture> architectures,
        Confinement confinement,
        String grade,
        Epoch epoch,
        List<String> assumes,
        String provenance,
        About about,
        List<ContentPlug> contentPlugs,
        List<ContentSlot> contentSlots,
        Map<SnapName, ComponentType> components,
        Set<String> apps,
        Set<String> hooks) {

    /** The provenance of everything that went through the store. */
    public static final String GLOBAL_UPLOAD = "global-upload";

    /** The base of a snap that stands on nothing. */
    public static final String NO_BASE = "none";

    public SnapInfo {
        architectures = List.copyOf(architectures);
        assumes = List.copyOf(assumes);
        contentPlugs = List.copyOf(contentPlugs);
        contentSlots = List.copyOf(contentSlots);
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        apps = Collections.unmodifiableSet(new LinkedHashSet<>(apps));
        hooks = Collections.unmodifiableSet(new LinkedHashSet<>(hooks));
    }

    /** Return whether it runs on the given machine. */
    public boolean runsOn(Architecture machine) {
        return architectures.stream().anyMatch(each -> each.runsOn(machine));
    }

    /** Return whether it needs the {@code core} snap because it is a program that names no base. */
    public boolean needsCore() {
        return base == null && (type == SnapType.APP || type == SnapType.GADGET);
    }

    /** Return the name of the snap that it stands on, or {@code null} where there is none to look for. */
    public @Nullable String requiredBase() {
        return base == null || base.equals(NO_BASE) ? null : base;
    }
}
