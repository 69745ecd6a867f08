package io.coreimage.squashfs;

import java.time.Instant;

/** Times as a squashfs keeps them: whole seconds from 1970 to 2106. */
final class Times {

    private Times() {}

    /** Return the nearest time that can be kept. */
    static long seconds(Instant time) {
        return Math.max(0, Math.min(Unsigned.NONE_32, time.getEpochSecond()));
    }
}
