package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.yaml.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How gadget.yaml writes a number of bytes: decimal digits, optionally followed by {@code M} or {@code G}. */
final class Quantity {

    private static final Pattern TEXT = Pattern.compile("([-0-9]*)(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final int MOST_DIGITS = 19;

    private Quantity() {}

    static Size parse(String text, String what, Place place) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || !NUMBER.matcher(matcher.group(1)).matches()) {
            throw Rule.SIZE_NAN.refuse(place, said(text, what) + " is not a number of bytes");
        }
        long unit = switch (matcher.group(2)) {
            case "" -> 1;
            case "M" -> 1L << 20;
            case "G" -> 1L << 30;
            default ->
                throw Rule.SIZE_SUFFIX.refuse(
                        place, said(text, what) + " must end in a digit, M (mebibytes) or G (gibibytes)");
        };
        return new Size(number(matcher.group(1), unit, said(text, what), place));
    }

    private static long number(String digits, long unit, String said, Place place) {
        if (digits.startsWith("-") && !digits.matches("-0+")) {
            throw Rule.SIZE_NEG.refuse(place, said + " is negative");
        }
        try {
            String short_ = digits.replaceFirst("^-?0*(?=[0-9])", "");
            return Math.multiplyExact(Long.parseLong(short_.length() > MOST_DIGITS ? "x" : short_), unit);
        } catch (ArithmeticException | NumberFormatException ex) {
            throw Rule.SIZE_NEG.refuse(place, said + " is too large");
        }
    }

    private static String said(String text, String what) {
        return "\"" + what + "\" of \"" + text + "\"";
    }
}
