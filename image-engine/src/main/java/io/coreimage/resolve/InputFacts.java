package io.coreimage.resolve;

import io.coreimage.assertion.HeaderList;
import io.coreimage.assertion.HeaderMap;
import io.coreimage.assertion.HeaderText;
import io.coreimage.assertion.HeaderValue;
import io.coreimage.assertion.Model;
import io.coreimage.bytes.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a choice depends on, fact by fact, so that a lock can say which of them changed.
 * @param facts what the model's headers say and what the user wishes, by a name for people
 */
record InputFacts(SortedMap<String, String> facts) {

    /**
     * What a model says that changes no choice: a model that was signed again, or got another name for people, still fits
     * its lock. The key that signed stays among the facts, as its assertion is in the lock.
     */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "model.timestamp",
            "model.revision",
            "model.display-name",
            "model.storage-safety",
            "model.serial-authority",
            "model.system-user-authority",
            "model.preseed-authority");

    private static final String MODEL = "model";
    private static final String OPTION = "option.";

    InputFacts {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** Return those of the facts that a choice depends on; locks of earlier days hold more. */
    static SortedMap<String, String> withEffect(SortedMap<String, String> facts) {
        SortedMap<String, String> some = new TreeMap<>(facts);
        some.keySet().removeIf(InputFacts::isWithoutEffect);
        return some;
    }

    private static boolean isWithoutEffect(String name) {
        return WITHOUT_EFFECT.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }

    static InputFacts of(Model model, Wishes wishes) {
        SortedMap<String, String> facts = new TreeMap<>();
        add(facts, MODEL, model.assertion().headers());
        add(facts, wishes);
        facts.values().removeIf(String::isEmpty);
        return new InputFacts(withEffect(facts));
    }

    private static void add(SortedMap<String, String> facts, String name, HeaderValue value) {
        if (value instanceof HeaderText text) {
            facts.put(name, text.text());
        } else if (value instanceof HeaderMap map) {
            map.entries().forEach((key, each) -> add(facts, name + "." + key, each));
        } else if (value instanceof HeaderList list) {
            List<String> order = new ArrayList<>();
            for (int i = 0; i < list.items().size(); i++) {
                order.add(addItem(facts, name, list.items().get(i), i));
            }
            facts.put(name, String.join(", ", order));
        }
    }

    /** Items with a name are known by it, so that one more snap does not seem to change all behind it. */
    private static String addItem(SortedMap<String, String> facts, String name, HeaderValue item, int index) {
        if (item instanceof HeaderText text) {
            return text.text();
        }
        String own = item instanceof HeaderMap map ? Objects.requireNonNullElse(map.text("name"), "") : "";
        String key = own.isEmpty() ? Integer.toString(index) : own;
        add(facts, name + "." + key, item);
        return key;
    }

    private static void add(SortedMap<String, String> facts, Wishes wishes) {
        facts.put(OPTION + "channel", Objects.toString(wishes.channel(), ""));
        facts.put(OPTION + "cohort", Objects.toString(wishes.cohort(), ""));
        facts.put(OPTION + "snaps", join(wishes.snaps()));
        facts.put(OPTION + "components", join(wishes.components()));
        wishes.allowed().revisions().forEach((name, only) -> facts.put(OPTION + "revisions." + name, only.toString()));
        wishes.allowed()
                .sequences()
                .forEach((name, only) ->
                        facts.put(OPTION + "sequences." + name, only.number() + (only.pinned() ? " pinned" : "")));
        facts.put(OPTION + "sequences", join(wishes.sequences()));
        facts.put(OPTION + "validation", wishes.validation().name().toLowerCase(Locale.ROOT));
        facts.put(OPTION + "allowSnapdKernelMismatch", wishes.allowSnapdKernelMismatch() ? "true" : "");
        facts.put(
                OPTION + "assertions",
                wishes.assertions().stream()
                        .map(each -> each.ref() + " "
                                + Digest.compute(Digest.Algorithm.SHA3_384, each.encoded())
                                        .base64Url())
                        .collect(Collectors.joining(", ")));
    }

    private static String join(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Return the digest of all facts. */
    Digest digest() {
        StringBuilder text = new StringBuilder();
        facts.forEach(
                (name, value) -> text.append(name).append('\0').append(value).append('\0'));
        return Digest.compute(Digest.Algorithm.SHA_256, text.toString());
    }

    /** Return a sentence part for each fact that others see differently. */
    List<String> changesTo(InputFacts others) {
        TreeSet<String> names = new TreeSet<>(facts.keySet());
        names.addAll(others.facts.keySet());
        return names.stream()
                .filter(each -> !Objects.equals(facts.get(each), others.facts.get(each)))
                .map(each -> each + ": " + quote(facts.get(each)) + " → " + quote(others.facts.get(each)))
                .toList();
    }

    private static String quote(@Nullable String value) {
        return value == null ? "nothing" : "\"" + value + "\"";
    }
}
