package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The image sizes that a user asks for.
 * @param byVolume the size by the volume's name; volumes without one get what they need
 */
public record ImageSizes(Map<String, Size> byVolume) {

    /** Nothing is asked for. */
    public static final ImageSizes NONE = new ImageSizes(Map.of());

    public ImageSizes {
        byVolume = Collections.unmodifiableMap(new TreeMap<>(byVolume));
    }

    /**
     * Read one size for all volumes ({@code 4G}), or sizes by name or number ({@code pc:4G,1:64M}).
     * @param volumes the names of all volumes, in the order of gadget.yaml
     */
    public static ImageSizes parse(String text, List<String> volumes) {
        Map<String, Size> sizes = new TreeMap<>();
        if (!text.contains(":")) {
            Size size = Size.parse(text);
            volumes.forEach(each -> sizes.put(each, size));
            return new ImageSizes(sizes);
        }
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw refuse(text, "\"" + part + "\" must be a volume, a colon and a size", volumes);
            }
            String volume = volume(text, part.substring(0, colon), volumes);
            if (sizes.put(volume, Size.parse(part.substring(colon + 1))) != null) {
                throw refuse(text, "volume \"" + volume + "\" has two sizes", volumes);
            }
        }
        return new ImageSizes(sizes);
    }

    private static String volume(String text, String key, List<String> volumes) {
        if (volumes.contains(key)) {
            return key;
        }
        if (!key.matches("[0-9]{1,4}") || Integer.parseInt(key) >= volumes.size()) {
            throw refuse(text, "there is no volume \"" + key + "\"", volumes);
        }
        return volumes.get(Integer.parseInt(key));
    }

    private static RefusedException refuse(String text, String reason, List<String> volumes) {
        return new RefusedException(
                "cannot read image size \"" + text + "\": " + reason,
                "Volumes are: " + String.join(", ", volumes) + ".");
    }

    /** Return the size of a volume's image, or {@code null} where nobody asked. */
    public @Nullable Size of(String volume) {
        return byVolume.get(volume);
    }
}
