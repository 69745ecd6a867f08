package io.coreimage.snap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the snapd inside a snap says about itself: in {@code usr/lib/snapd/info} of the snapd and core snaps, and in
 * {@code snapd-info} of kernels, whose initramfs holds a part of it.
 * @param version its version; empty where it says none
 * @param assertionFormats the highest format of each assertion type that it understands; a type not named is at 0
 */
public record SnapdInfo(String version, SortedMap<String, Integer> assertionFormats) {

    /** Where snaps of type snapd and os have it. */
    public static final String PATH_IN_SNAPD = "usr/lib/snapd/info";

    /** Where kernels have it. */
    public static final String PATH_IN_KERNEL = "snapd-info";

    private static final JsonFactory JSON = new JsonFactory();

    /** From which version on a type's format was understood, the newest first. */
    private static final List<Step> STEPS = List.of(
            new Step("snap-declaration", "2.54", 5),
            new Step("snap-declaration", "2.44", 4),
            new Step("snap-declaration", "2.36", 3),
            new Step("snap-declaration", "2.23", 2),
            new Step("snap-declaration", "2.17", 1),
            new Step("system-user", "2.46", 1));

    private record Step(String type, String since, int format) {}

    public SnapdInfo {
        assertionFormats = Collections.unmodifiableSortedMap(new TreeMap<>(assertionFormats));
    }

    /**
     * Return what the text says.
     * @param text the file: {@code KEY=value} lines, the value perhaps in quotes
     * @param owner whose file it is, for errors
     */
    public static SnapdInfo read(String text, String owner) {
        Map<String, String> values = new HashMap<>();
        text.lines()
                .filter(each -> each.indexOf('=') > 0)
                .forEach(each -> values.put(
                        each.substring(0, each.indexOf('=')).strip(),
                        unquote(each.substring(each.indexOf('=') + 1).strip())));
        String version = values.getOrDefault("VERSION", "");
        String formats = values.get("SNAPD_ASSERTS_FORMATS");
        return new SnapdInfo(version, formats == null ? formatsOf(version) : parse(formats, owner));
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("'") || value.startsWith("\""))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static SortedMap<String, Integer> parse(String json, String owner) {
        SortedMap<String, Integer> formats = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            boolean whole = parser.nextToken() == JsonToken.START_OBJECT;
            while (whole && parser.nextToken() == JsonToken.FIELD_NAME) {
                String type = parser.currentName();
                whole = parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
                formats.put(type, whole ? parser.getIntValue() : 0);
            }
            if (!whole) {
                throw noFormats(owner, null);
            }
            return formats;
        } catch (IOException ex) {
            throw noFormats(owner, ex);
        }
    }

    private static RefusedException noFormats(String owner, @Nullable Throwable cause) {
        return new RefusedException(
                "cannot read the assertion formats of the snapd in " + owner + ": not a JSON object of numbers",
                null,
                cause);
    }

    private static SortedMap<String, Integer> formatsOf(String version) {
        SortedMap<String, Integer> formats = new TreeMap<>();
        DebianVersion own = new DebianVersion(version);
        STEPS.stream()
                .filter(each -> own.compareTo(new DebianVersion(each.since)) >= 0)
                .forEach(each -> formats.putIfAbsent(each.type, each.format));
        return formats;
    }

    /** Return the formats that both understand. */
    public SortedMap<String, Integer> formatsSharedWith(SnapdInfo other) {
        SortedMap<String, Integer> shared = new TreeMap<>();
        assertionFormats.forEach(
                (type, format) -> shared.put(type, Math.min(format, other.assertionFormats.getOrDefault(type, 0))));
        return shared;
    }
}
