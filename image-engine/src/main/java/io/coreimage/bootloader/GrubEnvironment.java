package io.coreimage.bootloader;

import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * GRUB's environment: a file of exactly 1024 bytes, which GRUB writes in place.
 *
 * <pre>
 *   0  "# GRUB Environment Block" LF
 *  25  key=value LF, for each variable
 *      '#' up to 1024
 * </pre>
 * @param variables in the order in which they are written
 */
record GrubEnvironment(Map<String, String> variables) {

    static final int SIZE = 1024;

    private static final String SIGNATURE = "# GRUB Environment Block\n";

    GrubEnvironment {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        variables.forEach(GrubEnvironment::check);
    }

    private static void check(String key, String value) {
        boolean plain = (key + value).chars().noneMatch(each -> each == '\n' || each == '\\' || each == '\0');
        if (key.isEmpty() || key.startsWith("#") || key.contains("=") || !plain) {
            throw new RefusedException("cannot write \"" + key + "\" into GRUB's environment: \"" + value
                    + "\" contains a line break or a backslash");
        }
    }

    static GrubEnvironment parse(byte[] block) {
        String text = new String(block, StandardCharsets.ISO_8859_1);
        if (block.length != SIZE) {
            throw new MalformedException("grub environment", 0, "it has " + block.length + " bytes, not " + SIZE);
        }
        if (!text.startsWith(SIGNATURE)) {
            throw new MalformedException("grub environment", 0, "it does not start with its signature");
        }
        Map<String, String> variables = new LinkedHashMap<>();
        new String(block, StandardCharsets.UTF_8)
                .substring(SIGNATURE.length())
                .lines()
                .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0 && line.indexOf('\\') < 0)
                .filter(line -> line.indexOf('\0') < 0)
                .forEach(line ->
                        variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return new GrubEnvironment(variables);
    }

    byte[] toBytes() {
        StringBuilder text = new StringBuilder(SIGNATURE);
        variables.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        byte[] used = text.toString().getBytes(StandardCharsets.UTF_8);
        if (used.length > SIZE) {
            throw new RefusedException(
                    "cannot write GRUB's environment: it needs " + used.length + " bytes, there are " + SIZE,
                    "Shorten the kernel's command line.");
        }
        byte[] block = Arrays.copyOf(used, SIZE);
        Arrays.fill(block, used.length, SIZE, (byte) '#');
        return block;
    }
}
