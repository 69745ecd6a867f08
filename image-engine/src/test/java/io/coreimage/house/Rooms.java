package io.coreimage.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The plan of the house as {@code rooms.txt} states it.
 * @param rooms every room by its package below {@code io.coreimage}, in the order of the file
 */
record Rooms(Map<String, Room> rooms) {

    static final String BASE = "io.coreimage";

    /** The package of the front door, which may use every room. */
    static final String FRONT_DOOR = ".";

    record Room(int floor, String name, Set<String> uses) {

        boolean mayUse(String other) {
            return uses.contains("*") || uses.contains(other);
        }
    }

    static Rooms read() {
        try (InputStream stream = Objects.requireNonNull(Rooms.class.getResourceAsStream("/rooms.txt"))) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static Rooms parse(String text) {
        Map<String, Room> rooms = new LinkedHashMap<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Rooms::room)
                .forEach(room -> rooms.put(room.name(), room));
        return new Rooms(rooms);
    }

    private static Room room(String line) {
        String[] sides = line.split(":", -1);
        String[] left = sides[0].trim().split("\\s+");
        String right = sides[1].trim();
        return new Room(
                Integer.parseInt(left[0]),
                left[1],
                right.isEmpty() ? Set.of() : Set.copyOf(List.of(right.split("\\s+"))));
    }

    /** Return the room that a Java package belongs to: the nearest one at or above it. */
    String roomOf(String javaPackage) {
        if (javaPackage.equals(BASE)) {
            return FRONT_DOOR;
        }
        String name = javaPackage.substring(BASE.length() + 1);
        while (!rooms.containsKey(name) && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name;
    }
}
