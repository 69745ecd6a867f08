package io.coreimage.assertion;

/** A text seen line by line. Only LF ends a line, and the end of the text does not. */
final class Lines {

    private final String text;
    private int start;
    private int end;
    private int number = 1;

    Lines(String text) {
        this.text = text;
        this.end = endFrom(0);
    }

    private int endFrom(int from) {
        int found = text.indexOf('\n', from);
        return found < 0 ? text.length() : found;
    }

    /** Return whether there is a current line. */
    boolean hasCurrent() {
        return start <= text.length();
    }

    /** Return the number of the current line, counted from 1. */
    int number() {
        return number;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    void advance() {
        start = end + 1;
        number++;
        if (hasCurrent()) {
            end = endFrom(start);
        }
    }

    char charAt(int position) {
        return text.charAt(position);
    }

    String slice(int from, int to) {
        return text.substring(from, to);
    }

    /** Return where the first colon of the current line is, from the given position on, or -1. */
    int colonFrom(int from) {
        int found = text.indexOf(':', from);
        return found < end ? found : -1;
    }

    /** Return whether the current line starts with that many blanks. */
    boolean isIndented(int blanks) {
        if (!hasCurrent() || end - start < blanks) {
            return false;
        }
        for (int i = start; i < start + blanks; i++) {
            if (text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }
}
