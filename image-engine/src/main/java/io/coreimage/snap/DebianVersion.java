package io.coreimage.snap;

/**
 * A version in Debian's order: runs of digits count as numbers, a tilde sorts before everything, even the end.
 * @param text the version, without epoch
 */
public record DebianVersion(String text) implements Comparable<DebianVersion> {

    @Override
    public int compareTo(DebianVersion other) {
        int i = 0;
        int j = 0;
        while (i < text.length() || j < other.text.length()) {
            int endI = skip(text, i, false);
            int endJ = skip(other.text, j, false);
            int order = compareLetters(text.substring(i, endI), other.text.substring(j, endJ));
            if (order == 0) {
                i = skip(text, endI, true);
                j = skip(other.text, endJ, true);
                order = compareNumbers(text.substring(endI, i), other.text.substring(endJ, j));
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int skip(String text, int from, boolean digits) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i)) == digits) {
            i++;
        }
        return i;
    }

    private static int compareLetters(String one, String other) {
        for (int i = 0; i < Math.max(one.length(), other.length()); i++) {
            int order = Integer.compare(weight(one, i), weight(other, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int weight(String text, int index) {
        if (index >= text.length()) {
            return 0;
        }
        char each = text.charAt(index);
        if (each == '~') {
            return -1;
        }
        boolean letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
        return letter ? each : each + Character.MAX_VALUE;
    }

    private static int compareNumbers(String one, String other) {
        String left = one.replaceFirst("^0+", "");
        String right = other.replaceFirst("^0+", "");
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    /** Two versions that sort alike are not the same text, but nothing here asks whether they are equal. */
    @Override
    public String toString() {
        return text;
    }
}
