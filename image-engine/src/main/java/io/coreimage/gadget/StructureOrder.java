package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of the disk: structures with a known offset by it, each followed by those that only follow from it. */
final class StructureOrder {

    private StructureOrder() {}

    /** A structure and those that follow it wherever it goes. */
    private record Run(Size start, List<Structure> structures) {}

    static List<Structure> sort(List<Structure> structures) {
        List<Run> runs = new ArrayList<>();
        for (Structure each : structures) {
            Size offset = each.offset();
            if (offset != null || runs.isEmpty()) {
                runs.add(new Run(offset == null ? Size.ZERO : offset, new ArrayList<>()));
            }
            runs.get(runs.size() - 1).structures().add(each);
        }
        return runs.stream()
                .sorted(Comparator.comparing(Run::start))
                .flatMap(run -> run.structures().stream())
                .toList();
    }
}
