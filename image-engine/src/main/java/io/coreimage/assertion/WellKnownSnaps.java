package io.coreimage.assertion;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Snaps whose ids every device knows. */
public final class WellKnownSnaps {

    private static final Map<String, String> BASES = Map.of(
            "core", "99T7MUlRhtI3U0QFgl5mXXESAiSwt776",
            "core18", "CSO04Jhav2yK0uz97cr0ipQRyqg0qQL6",
            "core20", "DLqre5XGLbDqg9jPtiAhRRjDuPVa5X1q",
            "core22", "amcUKQILKXHHTlmSa7NMdnXSx02dNeeT",
            "core24", "dwTAh7MZZ01zyriOZErqd1JynQLiOGvM");

    private static final String SNAPD = "PMrrV4ml8uWuEUDBT8dSGnKUYbevVhc4";

    private WellKnownSnaps() {}

    /** Return the id of a base, or {@code null} if it is not a well-known one. */
    public static @Nullable String baseId(String name) {
        return BASES.get(name);
    }

    /** Return the id of a base or of snapd, or {@code null} if it is not well-known. */
    public static @Nullable String id(String name) {
        return name.equals("snapd") ? SNAPD : baseId(name);
    }
}
