package io.coreimage.bootloader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The menu that GRUB shows on the seed partition. */
final class RecoveryMenu {

    /** What the device believes about the menu's own kernel arguments; stands in the menu's first line too. */
    static final int EDITION = 2;

    private RecoveryMenu() {}

    static byte[] bytes() throws IOException {
        try (InputStream stream = RecoveryMenu.class.getResourceAsStream("recovery-grub.cfg")) {
            return Objects.requireNonNull(stream, "recovery-grub.cfg is in every build")
                    .readAllBytes();
        }
    }
}
