package io.coreimage.seed;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionType;
import io.coreimage.bytes.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a seed two builders have to agree on: every file, except what a bootloader needs. */
final class SeedComparison {

    /** What the bootloader's room makes, and what the gadget brings. */
    private static final List<String> NOT_OURS = List.of("/grubenv", "/kernel/", "boot.sel", "piboot.conf");

    private SeedComparison() {}

    /** Return a line for each file: small ones with their text, snaps with their digest. */
    static SortedMap<String, String> describe(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted().toList()) {
                String name = root.relativize(each).toString();
                if (!Files.isDirectory(each) && isSeed(name)) {
                    files.put(name, describeFile(each));
                }
            }
        }
        return files;
    }

    private static boolean isSeed(String name) {
        boolean inside = Stream.of("snaps/", "systems/", "var/lib/snapd/").anyMatch(name::startsWith);
        return inside && NOT_OURS.stream().noneMatch(name::contains);
    }

    /** The reference has no order among the components of a snap; ours are sorted by name. */
    private static String inOrder(List<Assertion> assertions) {
        Iterator<Assertion> components = assertions.stream()
                .filter(SeedComparison::isComponents)
                .sorted(Comparator.comparing(each -> each.header("snap-id") + each.header("resource-name")))
                .iterator();
        return assertions.stream()
                .map(each -> isComponents(each) ? components.next() : each)
                .map(each -> new String(each.encoded(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isComponents(Assertion assertion) {
        return assertion.type() == AssertionType.SNAP_RESOURCE_REVISION
                || assertion.type() == AssertionType.SNAP_RESOURCE_PAIR;
    }

    private static String describeFile(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "-> " + Files.readSymbolicLink(file);
        }
        byte[] bytes = Files.readAllBytes(file);
        String name = file.toString();
        if (name.contains("/assertions/") && bytes.length > 0) {
            return inOrder(Assertion.decodeStream(bytes));
        }
        return name.endsWith(".snap") || name.endsWith(".comp")
                ? Digest.compute(Digest.Algorithm.SHA3_384, bytes).toString()
                : new String(bytes, StandardCharsets.UTF_8);
    }
}
