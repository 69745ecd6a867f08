package io.coreimage;

import io.coreimage.gadget.Content;
import io.coreimage.gadget.Gadget;
import io.coreimage.gadget.ModelKind;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.gadget.Structure;
import io.coreimage.gadget.Volume;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.SnapPacking;
import io.coreimage.snap.SnapType;
import io.coreimage.squashfs.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Packs a folder as a snap.
 * @param folder the folder with {@code meta/snap.yaml}, which becomes the root of the snap
 * @param time the time of every file in it
 * @param compression how it is compressed
 * @param threads how many threads may work
 */
public record PackRequest(Path folder, Instant time, Compression compression, int threads) {

    /**
     * A snap that was packed.
     * @param file where it is
     * @param packing what is in it
     */
    public record Packed(Path file, SnapPacking packing) {}

    /** Pack into a folder, under the name that {@code snap pack} would give. */
    public Packed packInto(Path outputFolder) throws IOException {
        SnapPacking packing = look();
        return write(packing, outputFolder.resolve(packing.fileName()));
    }

    /** Pack into a file. */
    public Packed packAs(Path file) throws IOException {
        return write(look(), file);
    }

    private SnapPacking look() throws IOException {
        SnapPacking packing = SnapPacking.of(folder, time);
        if (packing.info().type() == SnapType.GADGET) {
            checkGadget(packing);
        }
        return packing;
    }

    private Packed write(SnapPacking packing, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        packing.write(file, compression, threads);
        return new Packed(file, packing);
    }

    private void checkGadget(SnapPacking packing) throws IOException {
        try {
            SnapFiles files = SnapFiles.of(packing.files(), "the folder");
            Gadget gadget = Gadget.read(packing.files(), ModelKind.UNKNOWN);
            for (Volume volume : gadget.volumes()) {
                for (Structure structure : volume.structures()) {
                    structure.content().forEach(each -> checkThere(files, each));
                }
            }
        } catch (RefusedException ex) {
            throw new RefusedException("cannot pack \"" + folder + "\": " + ex.getMessage(), ex.nextStep(), ex);
        }
    }

    /** What the gadget takes from a kernel is not here to be looked at. */
    private static void checkThere(SnapFiles files, Content content) {
        String path = content instanceof Content.Image image ? image.image() : ((Content.Files) content).source();
        if (!path.startsWith("$kernel:") && files.find(path) == null) {
            throw new RefusedException("gadget.yaml needs \"" + path + "\", which is not in the gadget");
        }
    }
}
