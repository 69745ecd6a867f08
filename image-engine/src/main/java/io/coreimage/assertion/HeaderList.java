package io.coreimage.assertion;

import java.util.List;

/**
 * Values in order.
 * @param items the values
 */
public record HeaderList(List<HeaderValue> items) implements HeaderValue {

    public HeaderList {
        items = List.copyOf(items);
    }

    /** Return a list of texts. */
    public static HeaderList ofTexts(List<String> texts) {
        return new HeaderList(texts.stream().<HeaderValue>map(HeaderText::new).toList());
    }

    @Override
    public String kind() {
        return "a list";
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
