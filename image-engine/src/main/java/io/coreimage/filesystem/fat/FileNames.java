package io.coreimage.filesystem.fat;

import io.coreimage.bytes.TreePath;
import io.coreimage.problem.RefusedException;

/** Which names FAT can keep, and which of them it takes for one. */
final class FileNames {

    private static final String FORBIDDEN = "\"*/:<>?\\|";

    private FileNames() {}

    static void check(TreePath path) {
        String name = path.name();
        if (name.length() > LongNameSlot.MAX_NAME_LENGTH) {
            throw refused(path, "its name is longer than " + LongNameSlot.MAX_NAME_LENGTH + " characters");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            throw refused(path, "no system finds a name that ends with a point or a space");
        }
        name.chars().filter(FileNames::isForbidden).findFirst().ifPresent(each -> {
            throw refused(path, "a name cannot have the character " + describe(each));
        });
        if (!hasWholeCharacters(name)) {
            throw refused(path, "its name has half a character");
        }
    }

    static boolean isForbidden(int character) {
        return character < ' ' || character == 0x7F || FORBIDDEN.indexOf(character) >= 0;
    }

    private static String describe(int character) {
        return character > ' ' && character < 0x7F
                ? "'" + Character.toString(character) + "'"
                : "with the code " + character;
    }

    static boolean hasWholeCharacters(String name) {
        return name.codePoints().noneMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    static RefusedException refused(TreePath path, String reason) {
        return new RefusedException("cannot store \"" + path + "\" on FAT: " + reason);
    }

    /** Return what is the same for two names that FAT takes for one. */
    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.chars().forEach(each -> folded.append((char) Character.toLowerCase(Character.toUpperCase(each))));
        return folded.toString();
    }
}
