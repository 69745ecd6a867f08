package io.coreimage.snap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a licence: names of SPDX that snapd knows, joined by {@code AND} and {@code OR}, with parentheses, and
 * exceptions behind {@code WITH}.
 */
final class LicenseText {

    private static final Set<String> LICENSES = names("licenses.txt");
    private static final Set<String> EXCEPTIONS = names("license-exceptions.txt");

    private final Deque<String> words;

    private LicenseText(Deque<String> words) {
        this.words = words;
    }

    static boolean isValid(String text) {
        List<String> words = Arrays.stream(
                        text.replace("(", " ( ").replace(")", " ) ").split(" "))
                .filter(each -> !each.isEmpty())
                .toList();
        LicenseText license = new LicenseText(new ArrayDeque<>(words));
        return license.isExpression(0) && license.words.isEmpty();
    }

    private boolean isExpression(int depth) {
        boolean valid = isTerm(depth);
        while (valid && Set.of("AND", "OR").contains(next())) {
            words.pop();
            valid = isTerm(depth);
        }
        return valid;
    }

    private boolean isTerm(int depth) {
        if (next().equals("(")) {
            words.pop();
            return depth < 50 && isExpression(depth + 1) && ")".equals(words.poll());
        }
        boolean valid = LICENSES.contains(next());
        words.poll();
        if (valid && next().equals("WITH")) {
            words.pop();
            return EXCEPTIONS.contains(String.valueOf(words.poll()));
        }
        return valid;
    }

    private String next() {
        String next = words.peek();
        return next == null ? "" : next;
    }

    private static Set<String> names(String resource) {
        try (InputStream stream = Objects.requireNonNull(LicenseText.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> !each.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
