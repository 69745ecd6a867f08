package io.coreimage.assemble;

import io.coreimage.bootloader.BootFiles;
import io.coreimage.bootloader.BootSnaps;
import io.coreimage.bootloader.Bootloaders;
import io.coreimage.bootloader.RecoverySystem;
import io.coreimage.bootloader.RunSystem;
import io.coreimage.bootloader.WritableFiles;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.filesystem.ext4.Ext4Features;
import io.coreimage.gadget.Gadget;
import io.coreimage.gadget.GadgetLayout;
import io.coreimage.gadget.LaidOutStructure;
import io.coreimage.gadget.LaidOutVolume;
import io.coreimage.gadget.ModelKind;
import io.coreimage.gadget.Role;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ChosenSnap;
import io.coreimage.resolve.Generation;
import io.coreimage.seed.Seed;
import io.coreimage.snap.Architecture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * From chosen snaps to the plan of every image: reads the gadget, plans the seed, asks the boot loader, lays everything out.
 * Nothing is written, and of the snaps' bytes only what the boot loader needs is read.
 */
public final class Assembler {

    private final Choice choice;
    private final ImageOptions options;
    private final Shortage shortage;
    private final List<String> warnings = new ArrayList<>();

    private Assembler(Choice choice, ImageOptions options) {
        this.choice = choice;
        this.options = options;
        this.shortage = new Shortage(choice.snaps().stream()
                .map(each ->
                        new Shortage.SnapRoom(each.name().value(), each.file().size()))
                .toList());
    }

    /** Plan the images of a choice. */
    public static ImagePlan plan(Choice choice, ImageOptions options) throws IOException {
        return new Assembler(choice, options).plan();
    }

    private ImagePlan plan() throws IOException {
        options.customization().check(modelKind());
        BootSnaps snaps = bootSnaps();
        Seed seed = seed();
        GadgetLayout layout =
                GadgetLayout.of(snaps.gadget(), snaps.gadgetSnap(), snaps.kernelSnap(), options.timestamp());
        BootFiles boot = bootFiles(snaps, seed, layout);
        StructureContents contents = contents(snaps, seed, layout, boot);
        List<VolumePlan> volumes = planVolumes(withBootImages(layout, boot), contents);
        return new ImagePlan(
                choice.model().name(), volumes, choice.manifest().write(), snapsManifest(), List.copyOf(warnings));
    }

    private Seed seed() {
        Seed seed = Seed.of(choice, options.labelOrDay(), options.timestamp());
        return options.preseeding() == null ? seed : seed.with(options.preseeding(), choice);
    }

    private boolean hasModes() {
        return choice.generation() == Generation.UC20;
    }

    private ModelKind modelKind() {
        return hasModes() ? ModelKind.CORE_WITH_MODES : ModelKind.CORE;
    }

    // ---- gadget and boot loader ----

    private BootSnaps bootSnaps() throws IOException {
        FileTree gadgetSnap = choice.gadget().file().files();
        Gadget gadget = Gadget.read(gadgetSnap, modelKind());
        warnings.addAll(gadget.warnings());
        return new BootSnaps(
                Architecture.parse(Objects.requireNonNull(choice.model().architecture())),
                gadget,
                gadgetSnap,
                choice.kernel().file().files(),
                options.timestamp());
    }

    private BootFiles bootFiles(BootSnaps snaps, Seed seed, GadgetLayout layout) throws IOException {
        BootFiles files = hasModes()
                ? Bootloaders.recover(snaps, recoverySystem(seed, layout))
                : Bootloaders.run(snaps, runSystem(seed));
        warnings.addAll(files.warnings());
        return files;
    }

    private RecoverySystem recoverySystem(Seed seed, GadgetLayout layout) {
        return new RecoverySystem(
                options.labelOrDay().value(),
                "/" + seed.pathOf(choice.kernel()),
                options.customization().bootFlags(),
                "dangerous".equals(choice.model().grade().word()),
                layout.get(Role.SYSTEM_SEED).files());
    }

    private RunSystem runSystem(Seed seed) {
        String displayName = choice.model().displayName();
        return new RunSystem(
                displayName == null || displayName.isEmpty() ? choice.model().name() : displayName,
                fileName(seed, choice.bootBase()),
                fileName(seed, choice.kernel()));
    }

    private static String fileName(Seed seed, ChosenSnap snap) {
        String path = seed.pathOf(snap);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static GadgetLayout withBootImages(GadgetLayout layout, BootFiles boot) {
        GadgetLayout withImages = layout.withImages(boot.images());
        return boot.bootState() == null ? withImages : withImages.withBootState(boot.bootState());
    }

    // ---- what goes into which structure ----

    private StructureContents contents(BootSnaps snaps, Seed seed, GadgetLayout layout, BootFiles boot)
            throws IOException {
        Map<Role, FileTree> byRole = new EnumMap<>(Role.class);
        if (hasModes()) {
            FileTree partition = boot.seedPartition(layout.get(Role.SYSTEM_SEED).files());
            byRole.put(Role.SYSTEM_SEED, Trees.join(withDiskInfo(partition), seed.tree()));
        } else {
            byRole.put(Role.SYSTEM_DATA, root(snaps, seed, layout));
            layout.find(Role.SYSTEM_BOOT)
                    .ifPresent(each -> byRole.put(Role.SYSTEM_BOOT, boot.bootPartition(each.files())));
        }
        return new StructureContents(byRole);
    }

    /** The writable file system of UC16 and UC18; what the gadget puts there too comes beside what the system does. */
    private FileTree root(BootSnaps snaps, Seed seed, GadgetLayout layout) throws IOException {
        FileTree writable = WritableFiles.of(snaps, options.customization());
        FileTree.Builder root = FileTree.builder(FileTree.Attributes.directory(options.timestamp()))
                .directory("system-data/boot")
                .graft("system-data", Trees.join(writable, seed.tree()));
        FileTree ofGadget =
                layout.find(Role.SYSTEM_DATA).map(LaidOutStructure::files).orElseGet(FileTree::empty);
        return withDiskInfo(Trees.join(root.build(), ofGadget));
    }

    private FileTree withDiskInfo(FileTree tree) {
        if (options.diskInfo() == null) {
            return tree;
        }
        FileTree info = FileTree.builder(FileTree.Attributes.directory(options.timestamp()))
                .file(".disk/info", options.diskInfo())
                .build();
        return Trees.join(tree, info);
    }

    // ---- images ----

    private List<VolumePlan> planVolumes(GadgetLayout layout, StructureContents contents) {
        options.sizes().check(layout.volumes().stream().map(LaidOutVolume::name).toList());
        ImageIds ids = ImageIds.of(ImageContent.digest(choice, options));
        FileSystems fileSystems = new FileSystems(options.sector(), features(), options.timestamp(), ids, shortage);
        List<VolumePlan> plans = new ArrayList<>();
        for (int i = 0; i < layout.volumes().size(); i++) {
            LaidOutVolume volume = layout.volumes().get(i);
            if (volume.isImage()) {
                Size asked = options.sizes().of(volume.name(), i);
                LaidOutVolume sized = hasModes() ? volume : RootSize.fit(volume, contents, fileSystems, asked);
                plans.add(new VolumePlanner(sized, options.sector(), ids, fileSystems, shortage).plan(contents, asked));
            }
        }
        return plans;
    }

    /** UC16's e2fsck is 1.42, which knows no checksums of metadata. */
    private Ext4Features features() {
        return hasModes() ? Ext4Features.FULL : Ext4Features.MID;
    }

    // ---- manifests ----

    /** Every seeded snap with its revision; the reference lists fewer, and none since UC20. */
    private String snapsManifest() {
        return choice.snaps().stream()
                .map(each -> each.name() + " " + each.revision() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }
}
