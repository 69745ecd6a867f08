package io.coreimage.assemble;

import java.util.List;

/**
 * All that comes out of a build, before a byte of it is written.
 * @param model the name of the model
 * @param volumes an image each, in the order of the gadget
 * @param seedManifest the text of {@code seed.manifest}
 * @param snapsManifest the text of {@code snaps.manifest}
 * @param warnings what the user should look at
 */
public record ImagePlan(
        String model, List<VolumePlan> volumes, String seedManifest, String snapsManifest, List<String> warnings) {

    public ImagePlan {
        volumes = List.copyOf(volumes);
        warnings = List.copyOf(warnings);
    }

    /** Return the structures of all volumes. */
    public List<PlannedStructure> structures() {
        return volumes.stream().flatMap(each -> each.structures().stream()).toList();
    }
}
