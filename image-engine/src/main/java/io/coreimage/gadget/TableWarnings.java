package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import java.util.ArrayList;
import java.util.List;

/** Structures that lie where a GPT has its tables on some disk: worth a word, and refused where it happens. */
final class TableWarnings {

    private static final long TABLE_START = 512;
    private static final long TABLE_END = 24_576;

    private TableWarnings() {}

    static List<String> of(List<Volume> volumes) {
        List<String> warnings = new ArrayList<>();
        volumes.stream()
                .filter(volume -> volume.schema() == Schema.GPT)
                .forEach(volume -> volume.structures().stream()
                        .filter(TableWarnings::isInTable)
                        .forEach(each -> warnings.add(each.place() + ": " + each.said() + " of " + volume.said()
                                + " lies where a partition table may be")));
        return warnings;
    }

    private static boolean isInTable(Structure structure) {
        Size offset = structure.offset();
        return offset != null
                && offset.bytes() < TABLE_END
                && offset.bytes() + structure.minSize().bytes() > TABLE_START;
    }
}
