package io.coreimage.house;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which library may be seen in which rooms; the JDK and JSpecify may be seen everywhere. */
final class Libraries {

    private static final List<String> HOME = List.of("java", "javax", "org.jspecify", Rooms.BASE);

    private static final Map<String, Set<String>> ROOMS = Map.of(
            "com.fasterxml.jackson",
            Set.of(
                    "assertion",
                    "model",
                    "key",
                    "cache",
                    "store",
                    "snap",
                    "resolve",
                    "seed",
                    "assemble",
                    "delivery",
                    "."),
            "com.google.re2j",
            Set.of("assertion"),
            "org.snakeyaml.engine",
            Set.of("yaml"),
            "org.bouncycastle",
            Set.of("bytes", "key"),
            "org.apache.commons.compress",
            Set.of("store", "seed", "delivery", "bootloader"),
            "org.tukaani.xz",
            Set.of("squashfs", "delivery"),
            "io.airlift.compress",
            Set.of("squashfs", "delivery"));

    private Libraries() {}

    static boolean isForeign(String javaPackage) {
        return !javaPackage.isEmpty() && HOME.stream().noneMatch(home -> isIn(javaPackage, home));
    }

    static boolean mayUse(String room, String javaPackage) {
        return ROOMS.entrySet().stream()
                .anyMatch(library -> isIn(javaPackage, library.getKey())
                        && library.getValue().contains(room));
    }

    private static boolean isIn(String javaPackage, String base) {
        return javaPackage.equals(base) || javaPackage.startsWith(base + ".");
    }
}
