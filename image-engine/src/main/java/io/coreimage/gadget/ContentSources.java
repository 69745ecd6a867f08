package io.coreimage.gadget;

import io.coreimage.bytes.FileTree;
import io.coreimage.yaml.Place;
import java.io.IOException;
import java.util.List;

/**
 * Where the gadget's content comes from: the gadget snap, and the kernel's assets.
 * @param gadget the files of the gadget
 * @param kernel the files of the kernel
 * @param assets what the kernel offers
 */
record ContentSources(SnapFiles gadget, SnapFiles kernel, KernelAssets assets) {

    static ContentSources of(FileTree gadget, FileTree kernel) throws IOException {
        SnapFiles kernelFiles = SnapFiles.of(kernel, "the kernel snap");
        return new ContentSources(SnapFiles.of(gadget, "the gadget snap"), kernelFiles, KernelAssets.read(kernelFiles));
    }

    /**
     * A source of content.
     * @param snap where to look
     * @param path what for, without a slash at the end
     * @param inside whether what is in the directory is meant, not the directory
     */
    record Source(SnapFiles snap, String path, boolean inside) {

        Source askedAt(Place place) {
            return new Source(snap.askedAt(place), path, inside);
        }
    }

    Source resolve(Content.Files entry) {
        String source = entry.source();
        if (KernelReference.is(source)) {
            KernelReference reference = KernelReference.parse(source, entry.place());
            reference.check(assets, entry.place());
            return new Source(kernel, reference.path(), reference.inside());
        }
        return new Source(gadget, source.replaceFirst("/+$", ""), source.endsWith("/"));
    }

    /** Check that where assets change with the kernel the gadget uses at least one of them. */
    void checkUse(Gadget model) {
        List<String> updated = assets.assets().entrySet().stream()
                .filter(each -> each.getValue().update())
                .map(each -> each.getKey())
                .toList();
        boolean used = model.volumes().stream()
                .flatMap(volume -> volume.structures().stream())
                .flatMap(structure -> structure.content().stream())
                .filter(Content.Files.class::isInstance)
                .map(Content.Files.class::cast)
                .filter(each -> KernelReference.is(each.source()))
                .anyMatch(each -> updated.contains(
                        KernelReference.parse(each.source(), each.place()).asset()));
        if (!updated.isEmpty() && !used && !model.volumes().isEmpty()) {
            throw Rule.KERNEL_UNUSED.refuse(
                    model.volumes().get(0).place(),
                    "no content uses an asset of the kernel snap that is updated with it (" + String.join(", ", updated)
                            + ")",
                    "Is this the kernel that belongs to the gadget?");
        }
    }
}
