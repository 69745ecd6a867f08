package io.coreimage.maven.support;

import io.coreimage.key.StoredKey;
import io.coreimage.text.TextTable;
import java.util.List;
import java.util.stream.Collectors;

/** Keys for people's eyes, and for programs. */
public final class KeyReport {

    private KeyReport() {}

    /** Return a table, or a hint where there is no key. */
    public static List<String> lines(List<StoredKey> keys) {
        if (keys.isEmpty()) {
            return List.of("There is no key yet; make one with core-image:create-key -Dcore-image.keyName=<name>");
        }
        TextTable table = TextTable.of("Name", "SHA3-384", "Kept in");
        keys.forEach(key -> table.row(key.name(), key.id(), key.place().description()));
        return table.lines();
    }

    /** Return what {@code snap keys --json} prints, with the place added. */
    public static String json(List<StoredKey> keys) {
        return keys.stream().map(KeyReport::object).collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(StoredKey key) {
        return "{\"name\":" + Json.quoted(key.name()) + ",\"sha3-384\":"
                + Json.quoted(key.id().text()) + ",\"place\":"
                + Json.quoted(key.place().description()) + "}";
    }
}
