package io.coreimage.bytes;

import io.coreimage.problem.RefusedException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, never negative.
 * @param bytes how many
 */
public record Size(long bytes) implements Comparable<Size> {

    public static final Size ZERO = new Size(0);

    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})([MG]?)");

    public Size {
        if (bytes < 0) {
            throw new IllegalArgumentException("size (" + bytes + ") must not be negative");
        }
    }

    public static Size ofBytes(long bytes) {
        return new Size(bytes);
    }

    public static Size ofKiB(long count) {
        return new Size(Math.multiplyExact(count, KIB));
    }

    public static Size ofMiB(long count) {
        return new Size(Math.multiplyExact(count, MIB));
    }

    public static Size ofGiB(long count) {
        return new Size(Math.multiplyExact(count, GIB));
    }

    /**
     * Read a size as gadget.yaml and the command line write it: plain bytes, or mebibytes and gibibytes with {@code M}
     * and {@code G}.
     */
    public static Size parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new RefusedException(
                    "cannot read size \"" + text + "\": not a number of bytes",
                    "Write digits, optionally followed by M (mebibytes) or G (gibibytes), such as 750M.");
        }
        long number = Long.parseLong(matcher.group(1));
        try {
            return switch (matcher.group(2)) {
                case "M" -> ofMiB(number);
                case "G" -> ofGiB(number);
                default -> ofBytes(number);
            };
        } catch (ArithmeticException ex) {
            throw new RefusedException("cannot read size \"" + text + "\": too large", null, ex);
        }
    }

    public Size plus(Size other) {
        return new Size(Math.addExact(bytes, other.bytes));
    }

    public Size minus(Size other) {
        return new Size(Math.subtractExact(bytes, other.bytes));
    }

    public Size times(long factor) {
        return new Size(Math.multiplyExact(bytes, factor));
    }

    /** Return the smallest multiple of the given unit that is not smaller than this. */
    public Size roundUp(Size unit) {
        return new Size(Math.multiplyExact(-Math.floorDiv(-bytes, unit.bytes), unit.bytes));
    }

    public boolean isMultipleOf(Size unit) {
        return bytes % unit.bytes == 0;
    }

    @Override
    public int compareTo(Size other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Return the size for people: in the largest binary unit that divides it, or with one decimal. */
    @Override
    public String toString() {
        if (bytes < KIB) {
            return bytes + " B";
        }
        long unit = bytes >= GIB ? GIB : bytes >= MIB ? MIB : KIB;
        String name = unit == GIB ? "GiB" : unit == MIB ? "MiB" : "KiB";
        return bytes % unit == 0
                ? bytes / unit + " " + name
                : String.format(Locale.ROOT, "%.1f %s", (double) bytes / unit, name);
    }
}
