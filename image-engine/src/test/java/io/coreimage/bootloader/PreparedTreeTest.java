package io.coreimage.bootloader;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.gadget.GadgetLayout;
import io.coreimage.gadget.LaidOutStructure;
import io.coreimage.gadget.LaidOutVolume;
import io.coreimage.gadget.Role;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The boot files that we make, file by file beside those of {@code snap prepare-image} for the same snaps. */
class PreparedTreeTest {

    @TestFactory
    Stream<DynamicTest> everythingThatBootsIsWhatSnapdMakes() throws IOException {
        return PreparedTree.all(Foreign.oracle()).stream()
                .map(tree -> DynamicTest.dynamicTest(
                        tree.folder().getParent().getFileName() + "/" + tree, () -> compare(tree)));
    }

    private static void compare(PreparedTree tree) throws IOException {
        BootSnaps snaps = tree.snaps();
        GadgetLayout layout = tree.layout(snaps);
        compareContent(tree, layout);
        if (tree.hasModes()) {
            compareSeed(tree, snaps, layout);
        } else {
            compareBoot(tree, snaps);
            compareWritable(tree, snaps);
        }
    }

    private static void compareContent(PreparedTree tree, GadgetLayout layout) throws IOException {
        for (LaidOutVolume volume : layout.volumes()) {
            for (LaidOutStructure each : volume.structures()) {
                if (each.structure().hasFilesystem() && each.role() != Role.SYSTEM_SEED) {
                    assertThat(PreparedTree.dump(each.files()))
                            .as(each.structure().said())
                            .isEqualTo(tree.reference("resolved-content/" + volume.name() + "/part" + each.index()));
                }
            }
        }
    }

    /** All of the seed but what the seed room makes; our menu is our own text. */
    private static void compareSeed(PreparedTree tree, BootSnaps snaps, GadgetLayout layout) throws IOException {
        RecoverySystem system = tree.recoverySystem(tree.seedContent(layout));
        BootFiles files = Bootloaders.recover(snaps, system);
        assertThat(files.warnings()).isEmpty();
        SortedMap<String, String> ours = PreparedTree.dump(files.seedPartition(tree.seedContent(layout)));
        SortedMap<String, String> reference = tree.reference("system-seed");
        String systems = "systems/" + system.label() + "/";
        reference
                .keySet()
                .removeIf(each -> each.startsWith("snaps/")
                        || (each.startsWith(systems)
                                && !each.startsWith(systems + "kernel/")
                                && !each.equals(systems + "grubenv")));
        compareGrub(ours, reference, systems);
        assertThat(ours).isEqualTo(reference);
    }

    private static void compareGrub(SortedMap<String, String> ours, SortedMap<String, String> reference, String systems)
            throws IOException {
        if (!reference.containsKey("EFI/ubuntu/grub.cfg")) {
            return;
        }
        assertThat(ours.remove("EFI/ubuntu/grub.cfg")).startsWith("644 # Snapd-Boot-Config-Edition: 2\n");
        reference.remove("EFI/ubuntu/grub.cfg");
        String main = "EFI/ubuntu/grubenv";
        assertThat(variables(ours, main)).isEqualTo(variables(reference, main));
        Map<String, String> mine = variables(ours, systems + "grubenv");
        Map<String, String> theirs = variables(reference, systems + "grubenv");
        // snapd 2.57 gives the whole line only where the gadget does; newer ones and we always do
        if (theirs.get("snapd_full_cmdline_args").isEmpty()) {
            String extra = theirs.get("snapd_extra_cmdline_args");
            theirs.put("snapd_extra_cmdline_args", "");
            theirs.put(
                    "snapd_full_cmdline_args",
                    "console=ttyS0 console=tty1 panic=-1" + (extra.isEmpty() ? "" : " " + extra));
        }
        assertThat(mine).isEqualTo(theirs);
    }

    private static Map<String, String> variables(SortedMap<String, String> files, String path) {
        String dumped = files.remove(path);
        assertThat(dumped).as(path).startsWith("644 ");
        return PreparedTree.variables(dumped);
    }

    private static void compareBoot(PreparedTree tree, BootSnaps snaps) throws IOException {
        SortedMap<String, String> ours =
                PreparedTree.dump(Bootloaders.run(snaps, tree.runSystem()).boot());
        SortedMap<String, String> reference = moved(tree.reference("image/boot"));
        if (reference.containsKey("EFI/ubuntu/grubenv")) {
            assertThat(variables(ours, "EFI/ubuntu/grubenv")).isEqualTo(variables(reference, "EFI/ubuntu/grubenv"));
        }
        assertThat(ours).isEqualTo(reference);
    }

    /** Where an image builder puts what stands below boot. */
    private static SortedMap<String, String> moved(SortedMap<String, String> boot) {
        SortedMap<String, String> moved = new TreeMap<>();
        boot.forEach((path, content) ->
                moved.put(path.replaceFirst("^grub/", "EFI/ubuntu/").replaceFirst("^uboot/", ""), content));
        return moved;
    }

    /**
     * What differs: the texts for people are our own; snapd 2.57 exports other features and knows no repair.json; it
     * forgets the user's customizations where the gadget has defaults.
     */
    private static void compareWritable(PreparedTree tree, BootSnaps snaps) throws IOException {
        SortedMap<String, String> ours = PreparedTree.dump(WritableFiles.of(snaps, Customization.NONE));
        SortedMap<String, String> reference = tree.reference("image");
        reference
                .keySet()
                .removeIf(each -> each.startsWith("boot/")
                        || each.startsWith("var/")
                        || each.contains("/console-conf/")
                        || each.contains("/features/"));
        String repair = "_writable_defaults/var/lib/snapd/repair.json";
        if (!reference.containsKey(repair)) {
            ours.remove(repair);
        }
        String ssh = "_writable_defaults/etc/ssh/sshd_not_to_be_run";
        assertThat(ours.remove(ssh) == null).isEqualTo(reference.remove(ssh) == null);
        assertThat(ours).isEqualTo(reference);
    }
}
