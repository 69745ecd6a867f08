package io.coreimage.gadget;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what an update does with a structure. */
final class UpdateReader {

    private static final long NEWEST = 0xFFFF_FFFFL;

    private UpdateReader() {}

    static Update read(Fields structure, boolean files) {
        Fields update = structure.fields("update");
        List<String> preserve = update.texts("preserve");
        if (!preserve.isEmpty() && !files) {
            throw Rule.PRESERVE_NOFS.refuse(
                    update.placeOf("preserve"), "a structure without a file system has no files to preserve");
        }
        Set<String> seen = new HashSet<>();
        for (String each : preserve) {
            if (!seen.add(each)) {
                throw Rule.PRESERVE_DUP.refuse(update.placeOf("preserve"), "\"" + each + "\" is preserved twice");
            }
        }
        return new Update(edition(update), preserve);
    }

    private static long edition(Fields update) {
        String text = update.text("edition");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > NEWEST) {
            throw Rule.EDITION.refuse(
                    update.placeOf("edition"), "edition \"" + text + "\" is no number from 0 to " + NEWEST);
        }
        return Long.parseLong(text);
    }
}
