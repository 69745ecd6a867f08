package io.coreimage.filesystem.fat;

import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The name of a volume: 11 bytes, filled with spaces. Small letters are kept, as Ubuntu Core's labels have them. */
final class VolumeLabel {

    static final int SIZE = 11;

    /** What stands in the boot sector of a volume without a name. */
    static final String NONE = "NO NAME";

    private static final String FORBIDDEN = "\"*+,./:;<=>?[\\]|";

    private VolumeLabel() {}

    static void check(String label) {
        if (label.length() > SIZE) {
            throw refused(label, "it is longer than " + SIZE + " characters");
        }
        label.chars().filter(VolumeLabel::isForbidden).findFirst().ifPresent(each -> {
            throw refused(label, "a label of FAT cannot have the character '" + Character.toString(each) + "'");
        });
        if (label.startsWith(" ")) {
            throw refused(label, "it starts with a space");
        }
    }

    private static boolean isForbidden(int character) {
        return character < ' ' || character > '~' || FORBIDDEN.indexOf(character) >= 0;
    }

    private static RefusedException refused(String label, String reason) {
        return new RefusedException("cannot use filesystem label \"" + label + "\": " + reason);
    }

    static byte[] toBytes(String label) {
        byte[] bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) ' ');
        byte[] characters = label.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(characters, 0, bytes, 0, characters.length);
        return bytes;
    }

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
