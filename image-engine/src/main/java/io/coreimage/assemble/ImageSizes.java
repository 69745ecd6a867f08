package io.coreimage.assemble;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large images are asked to be: one size for all, or {@code volume:size} pairs with a comma between them.
 * @param all the size for every volume, or {@code null}
 * @param byVolume sizes by the name or the number (from 0) of a volume
 */
public record ImageSizes(@Nullable Size all, Map<String, Size> byVolume) {

    /** Nobody asks: an image is as large as what is in it. */
    public static final ImageSizes AS_NEEDED = new ImageSizes(null, Map.of());

    public ImageSizes {
        byVolume = Map.copyOf(byVolume);
    }

    /** Read what {@code --image-size} takes. */
    public static ImageSizes parse(String text) {
        if (text.isBlank()) {
            return AS_NEEDED;
        }
        if (text.indexOf(':') < 0) {
            return new ImageSizes(Size.parse(text.strip()), Map.of());
        }
        Map<String, Size> sizes = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int colon = pair.indexOf(':');
            if (colon < 1 || sizes.put(pair.substring(0, colon).strip(), sizeIn(pair, colon)) != null) {
                throw refuse(text, "\"" + pair + "\" is no volume and size, or names a volume again");
            }
        }
        return new ImageSizes(null, sizes);
    }

    private static Size sizeIn(String pair, int colon) {
        return Size.parse(pair.substring(colon + 1).strip());
    }

    private static RefusedException refuse(String text, String reason) {
        return new RefusedException(
                "cannot read image size \"" + text + "\": " + reason,
                "Write one size for all volumes (4G), or volume:size pairs with a comma between them (pc:4G,data:8G).");
    }

    /** Refuse pairs that name no volume of the gadget, or one volume by both name and number. */
    void check(List<String> volumes) {
        List<String> asked = new ArrayList<>();
        for (String key : byVolume.keySet()) {
            String name = volumes.contains(key) ? key : named(key, volumes);
            if (asked.contains(name)) {
                throw refuse(key, "volume \"" + name + "\" is named twice");
            }
            asked.add(name);
        }
    }

    private static String named(String key, List<String> volumes) {
        int number = key.matches("[0-9]{1,4}") ? Integer.parseInt(key) : -1;
        if (number < 0 || number >= volumes.size()) {
            throw refuse(key, "the gadget has no such volume, it has " + String.join(", ", volumes));
        }
        return volumes.get(number);
    }

    /** Return the size that is asked for a volume, or {@code null}. */
    @Nullable
    Size of(String volume, int number) {
        Size named = byVolume.get(volume);
        Size numbered = byVolume.get(String.valueOf(number));
        return named != null ? named : numbered != null ? numbered : all;
    }
}
