package io.coreimage.store;

import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a store said last, kept in the cache: to builds that may not ask, it says the same again.
 * @param cache where it is kept
 * @param store the store's address
 * @param device who asks
 */
record StoreMemory(Cache cache, String store, Device device) {

    /** Kept where a store has no such assertion. */
    private static final byte[] NOTHING = "nothing\n".getBytes(StandardCharsets.US_ASCII);

    void keep(Ask ask, Offer offer) {
        cache.offers().keep(place(), key(ask), OfferText.write(offer).getBytes(StandardCharsets.UTF_8));
    }

    /** Return what was offered last; a text that is damaged was never kept. */
    Optional<Offer> offer(Ask ask) {
        try {
            return cache.offers()
                    .find(place(), key(ask))
                    .map(text -> new String(text, StandardCharsets.UTF_8))
                    .map(text -> OfferText.read(text, "the offer of \"" + ask.name() + "\" in the cache"));
        } catch (CoreImageException ex) {
            return Optional.empty();
        }
    }

    private String place() {
        return store + " " + Objects.toString(device.storeId(), "") + " " + device.architecture();
    }

    private static List<String> key(Ask ask) {
        List<String> key = new ArrayList<>();
        key.add(ask.name().value());
        key.add(Objects.toString(ask.revision() == null ? ask.channel() : ask.revision(), ""));
        key.add(Objects.toString(ask.cohort(), ""));
        key.add(Objects.toString(ask.ignoreValidation(), ""));
        ask.validationSets().forEach(each -> key.add(each.toString()));
        return key;
    }

    void keep(AssertionQuery query, Optional<byte[]> text) {
        cache.assertions().keep(query.type(), key(query), text.orElse(NOTHING));
    }

    /** Return what was answered, if this was asked before. */
    Optional<Heard> assertion(AssertionQuery query) {
        return cache.assertions().find(query.type(), key(query)).map(Heard::new);
    }

    /**
     * An answer that was kept.
     * @param answer its text
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Heard(byte[] answer) {

        /** Return the assertion, if the store had one. */
        Optional<byte[]> text() {
            return Arrays.equals(answer, NOTHING) ? Optional.empty() : Optional.of(answer);
        }
    }

    /** Another format is another text. */
    private static List<String> key(AssertionQuery query) {
        List<String> key = new ArrayList<>(query.shortKey());
        key.add(Objects.toString(query.point(), ""));
        key.add(String.valueOf(query.maxFormat()));
        return key;
    }
}
