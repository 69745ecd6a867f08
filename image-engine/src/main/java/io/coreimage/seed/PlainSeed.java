package io.coreimage.seed;

import io.coreimage.assertion.Assertion;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ChosenSnap;
import io.coreimage.snap.Confinement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The seed of UC16 and UC18, inside the writable data.
 *
 * <pre>
 *   var/lib/snapd/seed/seed.yaml
 *   var/lib/snapd/seed/snaps/NAME_REVISION.snap
 *   var/lib/snapd/seed/assertions/model, KEY.TYPE
 *   var/lib/snapd/snaps/BASE.snap, KERNEL.snap      links to what the bootloader starts
 * </pre>
 */
final class PlainSeed {

    private static final String SEED = "var/lib/snapd/seed/";
    private static final String MOUNTED = "var/lib/snapd/snaps/";

    private final Choice choice;
    private final Instant time;

    PlainSeed(Choice choice, Instant time) {
        this.choice = choice;
        this.time = time;
    }

    FileTree tree() {
        FileTree.Builder tree = FileTree.builder(Attributes.directory(time));
        tree.file(SEED + "seed.yaml", yaml().getBytes(StandardCharsets.UTF_8));
        choice.snaps().forEach(each -> tree.file(pathOf(each), each.content()));
        tree.file(SEED + "assertions/model", choice.model().assertion().encoded());
        for (Assertion each : choice.assertions().all()) {
            tree.file(SEED + "assertions/" + AssertionText.fileName(each), each.encoded());
        }
        for (ChosenSnap each : List.of(choice.bootBase(), choice.kernel())) {
            tree.symlink(MOUNTED + fileName(each), "../seed/snaps/" + fileName(each));
        }
        return tree.build();
    }

    static String pathOf(ChosenSnap snap) {
        return SEED + "snaps/" + fileName(snap);
    }

    private static String fileName(ChosenSnap snap) {
        return snap.name() + "_" + snap.revision() + ".snap";
    }

    private String yaml() {
        YamlText yaml = new YamlText().list("snaps", "");
        choice.snaps().stream().sorted(Comparator.comparing(ChosenSnap::type)).forEach(each -> add(yaml, each));
        return yaml.toString();
    }

    private static void add(YamlText yaml, ChosenSnap snap) {
        boolean signed = snap.isAsserted();
        yaml.field("- ", "name", snap.name().value())
                .field("  ", "snap-id", signed ? Objects.toString(snap.id()) : null)
                .field(
                        "  ",
                        "channel",
                        signed && snap.channel() != null ? snap.channel().toString() : null)
                .flag("  ", "devmode", snap.info().confinement() == Confinement.DEVMODE)
                .field("  ", "contact", snap.about().contact().orElse(null))
                .flag("  ", "unasserted", !signed)
                .field("  ", "file", fileName(snap));
    }
}
