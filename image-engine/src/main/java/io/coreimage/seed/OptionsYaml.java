package io.coreimage.seed;

import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ChosenComponent;
import io.coreimage.resolve.ChosenSnap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a system differs from its model, which only models of grade dangerous allow. The order counts: snapd walks the
 * model's snaps and these side by side.
 */
final class OptionsYaml {

    private final List<ChosenSnap> listed;

    OptionsYaml(Choice choice) {
        this.listed = choice.snaps().stream().filter(OptionsYaml::differs).toList();
    }

    /** Return the file's text; empty where there is nothing to say. */
    String text() {
        if (listed.isEmpty()) {
            return "";
        }
        YamlText yaml = new YamlText().list("snaps", "");
        listed.forEach(each -> add(yaml, each));
        return yaml.toString();
    }

    private static boolean differs(ChosenSnap snap) {
        return !snap.inModel()
                || !snap.isAsserted()
                || changedChannel(snap) != null
                || snap.components().stream().anyMatch(each -> !each.inModel());
    }

    /** Return the channel if it is another one than the model says. */
    private static @Nullable String changedChannel(ChosenSnap snap) {
        boolean same =
                snap.channel() == null || snap.channel().equals(snap.entry().channel());
        return same ? null : Objects.toString(snap.channel());
    }

    private static void add(YamlText yaml, ChosenSnap snap) {
        yaml.field("- ", "name", snap.name().value())
                .field("  ", "id", id(snap))
                .field("  ", "unasserted", snap.isAsserted() ? null : SeedNames.of(snap))
                .field("  ", "channel", snap.inModel() ? changedChannel(snap) : ownChannel(snap));
        List<ChosenComponent> components = snap.components().stream()
                .filter(each -> !snap.inModel() || !snap.isAsserted() || !each.inModel())
                .toList();
        if (!components.isEmpty()) {
            yaml.list("components", "  ");
            components.forEach(each -> yaml.field("  - ", "name", each.name().value())
                    .field("    ", "unasserted", each.isAsserted() ? null : SeedNames.of(snap, each)));
        }
    }

    private static @Nullable String id(ChosenSnap snap) {
        return snap.inModel() ? Objects.toString(snap.entry().id(), null) : Objects.toString(snap.id(), null);
    }

    private static @Nullable String ownChannel(ChosenSnap snap) {
        return snap.isAsserted() ? Objects.toString(snap.channel(), null) : null;
    }
}
