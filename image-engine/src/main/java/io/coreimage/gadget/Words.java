package io.coreimage.gadget;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks a word of gadget.yaml up among those that are known. */
final class Words {

    private Words() {}

    static <T> @Nullable T find(T[] known, Function<T, String> word, String text) {
        return Arrays.stream(known)
                .filter(each -> word.apply(each).equals(text))
                .findFirst()
                .orElse(null);
    }

    static <T> String list(T[] known, Function<T, String> word) {
        return Arrays.stream(known).map(word).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }
}
