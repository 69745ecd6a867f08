package io.coreimage.resolve;

import io.coreimage.assertion.Model;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import java.util.List;
import java.util.Optional;

/**
 * All that goes into an image, chosen and verified.
 * @param model the model
 * @param generation the kind of image
 * @param snaps the snaps: the model's, then those that were added, in the order in which they were handled
 * @param assertions the assertions, without the model
 * @param manifest the revisions and editions, as other builds may be held to them
 * @param warnings what the user should hear, in order
 */
public record Choice(
        Model model,
        Generation generation,
        List<ChosenSnap> snaps,
        SeedAssertions assertions,
        SeedManifest manifest,
        List<String> warnings) {

    public Choice {
        snaps = List.copyOf(snaps);
        warnings = List.copyOf(warnings);
    }

    /** Return the gadget; every image has one. */
    public ChosenSnap gadget() {
        return ofType(SnapType.GADGET);
    }

    /** Return the kernel; every image has one. */
    public ChosenSnap kernel() {
        return ofType(SnapType.KERNEL);
    }

    /** Return the snap that the system boots: the model's base, or the core snap where it names none. */
    public ChosenSnap bootBase() {
        String name = model.baseName() == null ? BaseCheck.CORE.value() : model.baseName();
        return find(new SnapName(name)).orElseThrow();
    }

    /** Return the snap with a name. */
    public Optional<ChosenSnap> find(SnapName name) {
        return snaps.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private ChosenSnap ofType(SnapType type) {
        return snaps.stream().filter(each -> each.type() == type).findFirst().orElseThrow();
    }
}
