package io.coreimage.assertion;

/**
 * A text of one or more lines.
 * @param text the text, without the indentation it has in an assertion
 */
public record HeaderText(String text) implements HeaderValue {

    @Override
    public String kind() {
        return "text";
    }

    @Override
    public String toString() {
        return text;
    }
}
