package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a volume leaves unsaid: roles, labels and offsets that follow from the rest.
 * @param model what the gadget is read for
 * @param schema how the volume is divided
 */
record ImplicitValues(ModelKind model, Schema schema) {

    private static final Size FIRST_FREE = Size.ofMiB(1);
    private static final String OLD_BOOT_LABEL = "system-boot";

    List<Structure> fill(List<Structure> structures) {
        Labels labels = new Labels();
        structures.forEach(labels::add);
        List<Structure> filled = new ArrayList<>();
        Size end = Size.ZERO;
        for (Structure each : structures) {
            Structure structure = offset(named(each, labels), end);
            filled.add(structure);
            end = end(structure);
        }
        return filled;
    }

    private Structure named(Structure structure, Labels labels) {
        if (structure.role() == Role.NONE
                && model == ModelKind.CORE
                && structure.label().equals(OLD_BOOT_LABEL)) {
            return structure.withRole(Role.SYSTEM_BOOT);
        }
        String label = structure.label().isEmpty() ? impliedLabel(structure.role()) : "";
        if (label.isEmpty()) {
            return structure;
        }
        Structure labelled = structure.withLabel(label);
        labels.addImplied(labelled);
        return labelled;
    }

    private String impliedLabel(Role role) {
        if (model == ModelKind.UNKNOWN) {
            return "";
        }
        if (!model.hasModes()) {
            return role == Role.SYSTEM_DATA ? SystemLabels.WRITABLE : "";
        }
        return SystemLabels.of(role);
    }

    /** No alignment: a structure without an offset starts where the one before it ends, but not below 1 MiB. */
    private Structure offset(Structure structure, @Nullable Size end) {
        if (structure.offset() != null || schema == Schema.EMMC || end == null) {
            return structure;
        }
        boolean atEnd = structure.role() == Role.MBR || end.compareTo(FIRST_FREE) > 0;
        return structure.withOffset(atEnd ? end : FIRST_FREE);
    }

    private static @Nullable Size end(Structure structure) {
        Size offset = structure.offset();
        if (offset == null || !structure.hasFixedSize()) {
            return null;
        }
        return VolumeRules.plus(offset, structure.size(), structure);
    }
}
