package io.coreimage.gadget;

import java.util.ArrayList;
import java.util.List;

/** The labels of a volume, which are unique in the eyes of the file systems that carry them. */
final class Labels {

    private final List<Structure> labelled = new ArrayList<>();

    void add(Structure structure) {
        if (!structure.label().isEmpty()) {
            if (isTaken(structure)) {
                throw Rule.LABEL_DUP.refuse(
                        structure.place(), "label \"" + structure.label() + "\" stands twice in the volume");
            }
            labelled.add(structure);
        }
    }

    void addImplied(Structure structure) {
        if (isTaken(structure)) {
            throw Rule.LABEL_IMPLIED_TAKEN.refuse(
                    structure.place(),
                    "a structure with role " + structure.role().text() + " has label \"" + structure.label()
                            + "\", but another structure has it already");
        }
        labelled.add(structure);
    }

    private boolean isTaken(Structure structure) {
        return labelled.stream().anyMatch(each -> each.hasLabel(structure.label()) || structure.hasLabel(each.label()));
    }
}
