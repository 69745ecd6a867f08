package io.coreimage.assemble;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import io.coreimage.text.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what does not fit, with the numbers and with what takes the room.
 * @param snaps the snaps of the image
 */
record Shortage(List<SnapRoom> snaps) {

    private static final int WORTH_NAMING = 3;

    /**
     * A snap and the room it takes.
     * @param name its name
     * @param size the size of its file
     */
    record SnapRoom(String name, Size size) {}

    Shortage {
        snaps = List.copyOf(snaps);
    }

    /** Return the refusal of a structure or an image that is smaller than what it has to hold. */
    RefusedException refuse(String what, String structure, Size needs, Size has, String nextStep) {
        TextTable table =
                TextTable.of("structure", "needs", "has").alignedRight(1, 2).row(structure, needs, has);
        return new RefusedException(
                "cannot build " + what + ": " + structure + " is too small\n" + table + largest(), nextStep);
    }

    private String largest() {
        String names = snaps.stream()
                .sorted(Comparator.comparing(SnapRoom::size).reversed())
                .limit(WORTH_NAMING)
                .map(each -> each.name() + " (" + each.size() + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nThe largest snaps are " + names + ".";
    }
}
