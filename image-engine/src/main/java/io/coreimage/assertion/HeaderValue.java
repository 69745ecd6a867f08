package io.coreimage.assertion;

/** The value of a header: text, a list of values, or a map of names to values, nested to any depth. */
public sealed interface HeaderValue permits HeaderText, HeaderList, HeaderMap {

    /** Return what kind of value this is, for sentences: {@code text}, {@code a list} or {@code a map}. */
    String kind();
}
