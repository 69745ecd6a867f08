package io.coreimage.filesystem.ext4;

import java.time.Instant;

/**
 * A time in an inode: 32 bits of seconds, and a second word with two more bits of seconds and the nanoseconds.
 *
 * <pre>
 * seconds │ 31 … low half, signed … 0 │
 * extra   │ 31 … nanoseconds … 2 │ 1 … bits 33 and 32 … 0 │
 * </pre>
 */
final class InodeTime {

    static final Instant FIRST = Instant.ofEpochSecond(Integer.MIN_VALUE);
    static final Instant LAST = Instant.ofEpochSecond((3L << 32) + Integer.MAX_VALUE, 999_999_999);

    private InodeTime() {}

    static boolean canHold(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    static int seconds(Instant time) {
        return (int) time.getEpochSecond();
    }

    static int extra(Instant time) {
        long epoch = (time.getEpochSecond() - seconds(time)) >> 32;
        return (time.getNano() << 2) | ((int) epoch & 3);
    }

    static Instant of(int seconds, int extra) {
        return Instant.ofEpochSecond(seconds + ((extra & 3L) << 32), extra >>> 2);
    }
}
