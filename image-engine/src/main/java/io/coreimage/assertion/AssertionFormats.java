package io.coreimage.assertion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.coreimage.problem.RefusedException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The newest format of each type that the reader of an assertion understands: ourselves, or the snapd in an image. */
public final class AssertionFormats {

    private static final List<Integer> SYSTEM_USER = List.of(46);
    private static final List<Integer> SNAP_DECLARATION = List.of(17, 23, 36, 44, 54);

    private final Map<AssertionType, Long> formats;

    private AssertionFormats(Map<AssertionType, Long> formats) {
        this.formats = Map.copyOf(formats);
    }

    /** Return what is understood here. */
    public static AssertionFormats understood() {
        Map<AssertionType, Long> formats = new EnumMap<>(AssertionType.class);
        for (AssertionType type : AssertionType.values()) {
            formats.put(type, type.maxFormat());
        }
        return new AssertionFormats(formats);
    }

    /** Return what a snapd says of itself: the value of {@code SNAPD_ASSERTS_FORMATS} in its {@code info} file. */
    public static AssertionFormats parse(String json) {
        try {
            JsonNode node = new JsonMapper().readTree(json);
            Map<AssertionType, Long> formats = new EnumMap<>(AssertionType.class);
            for (AssertionType type : AssertionType.values()) {
                formats.put(type, node.path(type.typeName()).asLong(0));
            }
            return new AssertionFormats(formats);
        } catch (JsonProcessingException ex) {
            throw new RefusedException(
                    "cannot read SNAPD_ASSERTS_FORMATS: " + Quote.of(json) + " is not JSON", null, ex);
        }
    }

    /** Return what a snapd understands that is too old to say it. */
    public static AssertionFormats ofSnapd(String version) {
        int minor = minorOfTwo(version);
        return new AssertionFormats(Map.of(
                AssertionType.SYSTEM_USER, count(SYSTEM_USER, minor),
                AssertionType.SNAP_DECLARATION, count(SNAP_DECLARATION, minor)));
    }

    /** Return the number behind {@code 2.}, which is all that ever counted. */
    private static int minorOfTwo(String version) {
        String[] parts = version.split("[.~+-]", -1);
        boolean form = parts.length >= 2
                && Names.consistsOf(parts[0], Names.DIGIT)
                && Names.consistsOf(parts[1], Names.DIGIT)
                && parts[1].length() < 6;
        if (!form) {
            throw new RefusedException("cannot read the version of snapd: " + Quote.of(version));
        }
        return parts[0].equals("2") ? Integer.parseInt(parts[1]) : parts[0].equals("1") ? 0 : Integer.MAX_VALUE;
    }

    private static long count(List<Integer> since, int minor) {
        return since.stream().filter(each -> each <= minor).count();
    }

    /** Return the newest format of a type that both understand. */
    public AssertionFormats and(AssertionFormats other) {
        Map<AssertionType, Long> formats = new EnumMap<>(AssertionType.class);
        for (AssertionType type : AssertionType.values()) {
            formats.put(type, Math.min(max(type), other.max(type)));
        }
        return new AssertionFormats(formats);
    }

    /** Return the number to ask a store for. */
    public long max(AssertionType type) {
        return Math.min(type.maxFormat(), formats.getOrDefault(type, 0L));
    }
}
