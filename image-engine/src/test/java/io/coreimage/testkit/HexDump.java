package io.coreimage.testkit;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as text: lines of sixteen bytes with their offset, those of zeros left out. */
public final class HexDump {

    private static final int WIDTH = 16;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]+): +((?:[0-9a-f]{2} ?)+).*");

    private HexDump() {}

    /** Return the lines for some bytes that stand at an offset. */
    public static String of(byte[] bytes, long offset) {
        StringBuilder text = new StringBuilder();
        int skew = (int) (offset % WIDTH);
        for (int start = -skew; start < bytes.length; start += WIDTH) {
            int from = Math.max(start, 0);
            int to = Math.min(start + WIDTH, bytes.length);
            if (!isZero(bytes, from, to)) {
                text.append(String.format(Locale.ROOT, "%08x: ", offset + from))
                        .append(HexFormat.ofDelimiter(" ").formatHex(bytes, from, to))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Return the bytes that are written as hexadecimal digits, whatever white space is between them. */
    public static byte[] parse(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    /** Return an array of the given size with the bytes of the lines of a dump at their offsets. */
    public static byte[] parseLines(String dump, int size) {
        byte[] bytes = new byte[size];
        dump.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            byte[] part = parse(line.group(2));
            System.arraycopy(part, 0, bytes, Integer.parseInt(line.group(1), 16), part.length);
        });
        return bytes;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
