package io.coreimage.key;

import io.coreimage.problem.NearestName;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places where a key is looked for, in this order.
 * @param places at least one; new keys are made in the first
 */
public record KeyPlaces(List<KeyPlace> places) {

    public KeyPlaces {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no place to look for keys");
        }
    }

    /** Return the place where new keys are made. */
    public KeyPlace first() {
        return places.get(0);
    }

    /** Return all keys: the places in their order, the keys of each sorted by name. */
    public List<StoredKey> list() {
        return places.stream().flatMap(KeyPlaces::sorted).toList();
    }

    private static Stream<StoredKey> sorted(KeyPlace place) {
        return place.list().stream().sorted(Comparator.comparing(StoredKey::name));
    }

    /** Return the files on which the list of all keys depends; nothing where only a program or a token knows. */
    public Optional<List<Path>> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (KeyPlace each : places) {
            Optional<List<Path>> files = each.files();
            if (files.isEmpty()) {
                return files;
            }
            all.addAll(files.get());
        }
        return Optional.of(all);
    }

    /**
     * Return the first key with a name or an id.
     * @throws RefusedException if no place has it
     */
    public StoredKey find(String nameOrId) {
        return places.stream()
                .flatMap(place -> place.list().stream().filter(key -> key.isCalled(nameOrId)))
                .findFirst()
                .orElseThrow(() -> missing(nameOrId));
    }

    private RefusedException missing(String nameOrId) {
        List<String> names = list().stream().map(StoredKey::name).distinct().toList();
        String looked = places.stream().map(KeyPlace::description).collect(Collectors.joining(", "));
        return new RefusedException(
                "cannot find key \"" + nameOrId + "\": it is not in " + looked + NearestName.question(nameOrId, names),
                names.isEmpty()
                        ? "There is no key yet; make one with core-image:create-key."
                        : "The keys are " + String.join(", ", names) + "; core-image:list-keys shows them.");
    }
}
