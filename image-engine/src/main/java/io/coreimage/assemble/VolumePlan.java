package io.coreimage.assemble;

import io.coreimage.disk.DiskPlan;
import java.util.List;

/**
 * An image to be: what to write, and what to say about it.
 * @param volume the volume's name
 * @param disk every byte of it
 * @param structures its structures, in the order of the disk
 * @param holdsSeed whether the device starts its life from it
 */
public record VolumePlan(String volume, DiskPlan disk, List<PlannedStructure> structures, boolean holdsSeed) {

    public VolumePlan {
        structures = List.copyOf(structures);
    }
}
