package io.coreimage.snap;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a snap tells people.
 * @param title its name for people
 * @param summary one line
 * @param description some paragraphs
 * @param license an SPDX expression
 * @param links where to find its makers and pages, by kind
 * @param oldContact where to find its makers, as snaps wrote it before there were links
 */
public record About(
        String title,
        String summary,
        String description,
        @Nullable String license,
        SortedMap<String, List<String>> links,
        @Nullable String oldContact) {

    public About {
        links = normalized(links);
    }

    private static SortedMap<String, List<String>> normalized(Map<String, List<String>> links) {
        SortedMap<String, List<String>> normalized = new TreeMap<>();
        links.forEach((kind, all) -> {
            List<String> written = all.stream()
                    .filter(each -> !each.isEmpty())
                    .map(About::asUrl)
                    .toList();
            if (!written.isEmpty()) {
                normalized.put(kind, written);
            }
        });
        return Collections.unmodifiableSortedMap(normalized);
    }

    private static String asUrl(String link) {
        return link.contains("@") && !link.contains(":") ? "mailto:" + link : link;
    }

    /** Return where to find its makers. */
    public Optional<String> contact() {
        List<String> contacts = links.getOrDefault("contact", List.of());
        if (!contacts.isEmpty()) {
            return Optional.of(contacts.get(0));
        }
        return Optional.ofNullable(oldContact).filter(each -> !each.isEmpty()).map(About::asUrl);
    }
}
