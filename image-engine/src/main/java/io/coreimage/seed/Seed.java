package io.coreimage.seed;

import io.coreimage.bytes.FileTree;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ChosenSnap;
import io.coreimage.resolve.Generation;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A seed: what an image has for the first boot of its device.
 *
 * <p>On UC20 and later the tree is the root of the seed partition. Before, it is the root of the writable data.
 * @param tree the files
 * @param label the name of the recovery system; {@code null} before UC20, which has none
 */
public record Seed(FileTree tree, @Nullable SystemLabel label) {

    /**
     * Plan the seed of a choice.
     * @param choice what goes into it
     * @param label the name of the recovery system, where the choice is one of UC20 or later
     * @param time the time of all files
     */
    public static Seed of(Choice choice, SystemLabel label, Instant time) {
        return choice.generation() == Generation.UC20
                ? new Seed(new ModesSeed(choice, label, time).tree(), label)
                : new Seed(new PlainSeed(choice, time).tree(), null);
    }

    /** Return the seed with its first boot done in advance, if that belongs to it. */
    public Seed with(Preseeding preseeding, Choice choice) {
        SystemLabel system = Objects.requireNonNull(label, "a preseed is only for seeds with modes");
        preseeding.check(choice, system);
        FileTree.Builder all =
                FileTree.builder(((FileTree.Directory) tree.entries().get(0).node()).attributes());
        tree.entries().forEach(each -> all.add(each.path(), each.node()));
        preseeding.addTo(all, ModesSeed.folderOf(system));
        return new Seed(all.build(), label);
    }

    /** Return where the file of a snap of the choice lies in the tree. */
    public String pathOf(ChosenSnap snap) {
        return label == null ? PlainSeed.pathOf(snap) : ModesSeed.pathOf(snap, label);
    }
}
