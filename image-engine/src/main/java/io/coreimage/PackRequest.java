package io.coreimage;

import io.coreimage.assemble.BuildStamp;
import io.coreimage.bytes.Digest;
import io.coreimage.gadget.Content;
import io.coreimage.gadget.Gadget;
import io.coreimage.gadget.KernelFiles;
import io.coreimage.gadget.ModelKind;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.gadget.Structure;
import io.coreimage.gadget.Volume;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Packing;
import io.coreimage.snap.SnapPacking;
import io.coreimage.snap.SnapType;
import io.coreimage.squashfs.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Packs a folder as a snap or a component, or finds that this has been done.
 * @param folder the folder with {@code meta/snap.yaml} or {@code meta/component.yaml}, which becomes its root
 * @param time the time of every file in it
 * @param compression how it is compressed
 * @param threads how many threads may work
 */
public record PackRequest(Path folder, Instant time, Compression compression, int threads) {

    /**
     * A snap or component that was packed.
     * @param file where it is
     * @param packing what is in it
     * @param fresh whether it was written now; if not, an earlier file is exactly the same
     */
    public record Packed(Path file, Packing packing, boolean fresh) {}

    /** Pack into a folder, under the name that {@code snap pack} would give. */
    public Packed packInto(Path outputFolder) throws IOException {
        Packing packing = look();
        return write(packing, outputFolder.resolve(packing.fileName()));
    }

    /** Pack into a file. */
    public Packed packAs(Path file) throws IOException {
        return write(look(), file);
    }

    /** Return what would be packed; refused if it could not be used. */
    Packing look() throws IOException {
        Packing packing = Packing.of(folder, time);
        if (packing instanceof SnapPacking snap && snap.info().type() == SnapType.GADGET) {
            checkGadget(snap);
        } else if (packing instanceof SnapPacking snap && snap.info().type() == SnapType.KERNEL) {
            checkKernel(snap);
        }
        return packing;
    }

    private Packed write(Packing packing, Path file) throws IOException {
        Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path stampFile = parent.resolve("." + file.getFileName() + ".stamp");
        Digest inputs = packing.digest(compression);
        Optional<BuildStamp> earlier = BuildStamp.read(stampFile);
        if (earlier.isPresent() && earlier.get().holds(inputs, parent)) {
            return new Packed(file, packing, false);
        }
        Files.createDirectories(parent);
        Files.deleteIfExists(stampFile);
        packing.write(file, compression, threads);
        BuildStamp.of(inputs).with(file, packing.extension(), "", false).write(stampFile);
        return new Packed(file, packing, true);
    }

    private void checkKernel(SnapPacking packing) throws IOException {
        try {
            KernelFiles.check(packing.files());
        } catch (RefusedException ex) {
            throw new RefusedException("cannot pack \"" + folder + "\": " + ex.getMessage(), ex.nextStep(), ex);
        }
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
