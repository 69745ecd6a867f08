package io.coreimage.filesystem.fat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives every name in one directory its short one.
 *
 * <p>A name that is short already keeps itself; any other gets the start of itself and a number, {@code CORE20~1.SNA}.
 * Names of the first kind have to be taken before the others are asked for, so that no number makes one of them.
 */
final class ShortNames {

    private static final int BASE_LENGTH = 8;
    private static final int EXTENSION_LENGTH = 3;
    private static final String SIGNS = "!#$%&'()-@^_`{}~";

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    /** Note a name of the directory, long or short, that no number may make. */
    void take(String name) {
        taken.add(FileNames.fold(name));
    }

    /** Return whether a name needs no long one beside its short one. */
    static boolean isShort(String name) {
        return fits(name) && isOneCase(base(name)) && isOneCase(extension(name));
    }

    /** Return whether a name in capital letters is a short one. */
    private static boolean fits(String name) {
        String base = base(name);
        String extension = extension(name);
        boolean endsWithPoint = name.endsWith(".");
        return !endsWithPoint && isPart(base, BASE_LENGTH) && !base.isEmpty() && isPart(extension, EXTENSION_LENGTH);
    }

    private static boolean isPart(String part, int length) {
        return part.length() <= length && upper(part).chars().allMatch(ShortNames::isLegal);
    }

    private static boolean isLegal(int character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || SIGNS.indexOf(character) >= 0;
    }

    private static boolean isOneCase(String part) {
        return part.equals(upper(part)) || part.chars().noneMatch(each -> each >= 'A' && each <= 'Z');
    }

    /** Return the short name for a name. */
    ShortName of(String name) {
        if (isShort(name)) {
            return ShortName.of(upper(base(name)), upper(extension(name)), caseBits(name));
        }
        return fits(name) ? ShortName.of(upper(base(name)), upper(extension(name)), 0) : numbered(name);
    }

    private static int caseBits(String name) {
        int base = base(name).equals(upper(base(name))) ? 0 : ShortName.LOWER_BASE;
        int extension = extension(name).equals(upper(extension(name))) ? 0 : ShortName.LOWER_EXTENSION;
        return base | extension;
    }

    private ShortName numbered(String name) {
        String reduced = name.replace(" ", "").replaceFirst("^\\.+", "");
        String base = legal(base(reduced).replace(".", ""), BASE_LENGTH);
        String extension = legal(extension(reduced), EXTENSION_LENGTH);
        String key = base + "." + extension;
        for (int number = lastNumbers.getOrDefault(key, 0) + 1; ; number++) {
            String tail = "~" + number;
            String start = base.substring(0, Math.min(base.length(), BASE_LENGTH - tail.length()));
            ShortName candidate = ShortName.of(start + tail, extension, 0);
            if (taken.add(FileNames.fold(candidate.text()))) {
                lastNumbers.put(key, number);
                return candidate;
            }
        }
    }

    private static String legal(String part, int length) {
        StringBuilder legal = new StringBuilder();
        upper(part).codePoints().limit(length).forEach(each -> legal.append(isLegal(each) ? (char) each : '_'));
        return legal.toString();
    }

    private static String base(String name) {
        int point = name.lastIndexOf('.');
        return point < 0 ? name : name.substring(0, point);
    }

    private static String extension(String name) {
        int point = name.lastIndexOf('.');
        return point < 0 ? "" : name.substring(point + 1);
    }

    /** Return a part in capital letters; of ASCII only, as others may become letters of ASCII when they are raised. */
    private static String upper(String part) {
        StringBuilder raised = new StringBuilder(part.length());
        part.chars().forEach(each -> raised.append((char) (each >= 'a' && each <= 'z' ? each - ('a' - 'A') : each)));
        return raised.toString();
    }
}
