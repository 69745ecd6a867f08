package io.coreimage.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.resolve.ChosenSnap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where to find the makers of snaps, for devices that cannot ask a store; one line of JSON. */
final class AuxInfo {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuxInfo() {}

    /** Return the file's text; empty where there is nothing to say. */
    static String text(List<ChosenSnap> snaps) {
        SortedMap<String, Map<String, Object>> all = new TreeMap<>();
        for (ChosenSnap each : snaps) {
            boolean speaks = !each.about().links().isEmpty() || each.isPrivate();
            if (each.id() != null && speaks) {
                all.put(each.id().value(), fields(each));
            }
        }
        try {
            return all.isEmpty() ? "" : JSON.writeValueAsString(all) + "\n";
        } catch (JsonProcessingException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static Map<String, Object> fields(ChosenSnap snap) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (snap.isPrivate()) {
            fields.put("private", true);
        }
        if (!snap.about().links().isEmpty()) {
            fields.put("links", snap.about().links());
        }
        snap.about().contact().ifPresent(contact -> fields.put("contact", contact));
        return fields;
    }
}
