package io.coreimage.filesystem.ext4;

import org.jspecify.annotations.Nullable;

/** The beginnings of names of extended attributes, which are numbers on the disk. */
enum XattrPrefix {
    USER(1, "user."),
    POSIX_ACL_ACCESS(2, "system.posix_acl_access"),
    POSIX_ACL_DEFAULT(3, "system.posix_acl_default"),
    TRUSTED(4, "trusted."),
    SECURITY(6, "security."),
    SYSTEM(7, "system.");

    private final int number;
    private final String text;

    XattrPrefix(int number, String text) {
        this.number = number;
        this.text = text;
    }

    int number() {
        return number;
    }

    String text() {
        return text;
    }

    /** Return whether this is a whole name: an access control list, whose value on the disk has a form of its own. */
    boolean isAccessControlList() {
        return this == POSIX_ACL_ACCESS || this == POSIX_ACL_DEFAULT;
    }

    /** Return the prefix of a full name, or {@code null} if there is none for it. */
    static @Nullable XattrPrefix of(String fullName) {
        for (XattrPrefix each : values()) {
            if (each.isAccessControlList() ? fullName.equals(each.text) : fullName.startsWith(each.text)) {
                return each;
            }
        }
        return null;
    }

    static @Nullable XattrPrefix numbered(int number) {
        for (XattrPrefix each : values()) {
            if (each.number == number) {
                return each;
            }
        }
        return null;
    }
}
