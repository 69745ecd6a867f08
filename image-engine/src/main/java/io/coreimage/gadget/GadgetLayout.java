package io.coreimage.gadget;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where every byte of a gadget's volumes is: the plan that an image is made from.
 * @param volumes the volumes in the order of gadget.yaml
 */
public record GadgetLayout(List<LaidOutVolume> volumes) {

    public GadgetLayout {
        volumes = List.copyOf(volumes);
    }

    /**
     * Lay out all volumes.
     * @param gadgetSnap the files of the gadget
     * @param kernelSnap the files of the kernel
     * @param modified the time of directories that no snap has
     */
    public static GadgetLayout of(Gadget gadget, FileTree gadgetSnap, FileTree kernelSnap, Instant modified)
            throws IOException {
        ContentSources sources = ContentSources.of(gadgetSnap, kernelSnap);
        sources.checkUse(gadget);
        List<LaidOutVolume> volumes = new ArrayList<>();
        for (Volume each : ImplicitWritable.addTo(gadget)) {
            volumes.add(layOut(each, gadget.isSeeded(), sources, modified));
        }
        return new GadgetLayout(volumes);
    }

    private static LaidOutVolume layOut(Volume volume, boolean seeded, ContentSources sources, Instant modified) {
        List<LaidOutStructure> structures = new ArrayList<>();
        for (int i = 0; i < volume.structures().size(); i++) {
            Structure each = volume.structures().get(i);
            boolean files = each.hasFilesystem();
            structures.add(new LaidOutStructure(
                    each,
                    i,
                    volume.start(i),
                    files ? List.of() : images(volume, each, sources.gadget()),
                    files ? FileCopy.of(each, sources, modified) : FileTree.empty()));
        }
        return new LaidOutVolume(volume, seeded, structures);
    }

    private static List<RawContent> images(Volume volume, Structure structure, SnapFiles gadget) {
        return RawContent.of(structure, image -> file(gadget, image), volume.schema() != Schema.EMMC);
    }

    private static ByteSource file(SnapFiles gadget, Content.Image image) {
        SnapFiles.Found found = gadget.askedAt(image.place()).find(image.image());
        if (found == null) {
            throw Rule.FILE_MISSING.refuse(image.place(), "image \"" + image.image() + "\" is not in the gadget snap");
        }
        if (!(found.node() instanceof RegularFile file)) {
            throw Rule.FILE_KIND.refuse(image.place(), "image \"" + image.image() + "\" is no file");
        }
        return file.content();
    }

    /** Return the same layout with other bytes for some images, by the paths that gadget.yaml names them by. */
    public GadgetLayout withImages(Map<String, ByteSource> images) {
        return map(volume ->
                structure -> structure.images().stream().noneMatch(each -> images.containsKey(each.image()))
                        ? structure
                        : structure.withImages(RawContent.of(
                                structure.structure(),
                                image -> images.getOrDefault(image.image(), known(structure, image)),
                                volume.isImage())));
    }

    private static ByteSource known(LaidOutStructure structure, Content.Image image) {
        return structure.images().stream()
                .filter(each -> each.image().equals(image.image()))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    /** Return the same layout with the given bytes at the start of the structure with role system-boot-state. */
    public GadgetLayout withBootState(ByteSource state) {
        RawContent content = new RawContent("", Size.ZERO, new Size(state.size()), state);
        return map(volume -> structure ->
                structure.role() == Role.SYSTEM_BOOT_STATE ? structure.withImages(List.of(content)) : structure);
    }

    private GadgetLayout map(Function<LaidOutVolume, UnaryOperator<LaidOutStructure>> change) {
        return new GadgetLayout(volumes.stream()
                .map(volume -> new LaidOutVolume(
                        volume.volume(),
                        volume.seeded(),
                        volume.structures().stream().map(change.apply(volume)).toList()))
                .toList());
    }

    /** Return the structure with a role, on whichever volume, if there is one. */
    public Optional<LaidOutStructure> find(Role role) {
        return volumes.stream()
                .map(each -> each.find(role))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Return the structure with a role, on whichever volume. */
    public LaidOutStructure get(Role role) {
        return find(role).orElseThrow(() -> new IllegalArgumentException("no structure has role " + role.text()));
    }
}
