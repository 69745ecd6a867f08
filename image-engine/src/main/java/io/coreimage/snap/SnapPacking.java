package io.coreimage.snap;

import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.problem.RefusedException;
import io.coreimage.squashfs.Compression;
import io.coreimage.squashfs.SquashfsOptions;
import io.coreimage.squashfs.SquashfsWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A folder with {@code meta/snap.yaml} that is about to become a snap: checked, and nothing written yet.
 *
 * <p>The bytes of the snap are a function of the files, the time and the compressor; who packs, where, with which umask and
 * how many threads makes no difference.
 * @param info what the snap says about itself
 * @param files what goes into it
 * @param time the time of every file in it, and its own
 */
public record SnapPacking(SnapInfo info, FileTree files, Instant time) {

    private static final String SNAP_YAML = "meta/snap.yaml";
    private static final int SMALLEST_SNAP = 16384;

    /** Look at a folder; refused if a snap of it could not be used. */
    public static SnapPacking of(Path folder, Instant time) throws IOException {
        try {
            FileTree files = PackedTree.of(Directories.scan(folder), time);
            String yaml = yaml(files);
            SnapInfo info = SnapYaml.read(yaml, "the folder");
            new PackingRules(files, Fields.read(SNAP_YAML, yaml)).check(info);
            return new SnapPacking(info, files, time);
        } catch (RefusedException ex) {
            throw new RefusedException("cannot pack \"" + folder + "\": " + ex.getMessage(), ex.nextStep(), ex);
        }
    }

    private static String yaml(FileTree files) throws IOException {
        if (files.find(SNAP_YAML) instanceof FileTree.RegularFile file) {
            return new String(file.content().readAll(), StandardCharsets.UTF_8);
        }
        throw new RefusedException(
                "no " + SNAP_YAML + " in it", "Name the folder that becomes the root of the snap, with meta in it.");
    }

    /** Return the name that {@code snap pack} would give: name, version and architecture. */
    public String fileName() {
        List<Architecture> architectures = info.architectures();
        String architecture = architectures.size() == 1 ? architectures.get(0).name() : "multi";
        return info.name() + "_" + info.version() + "_" + architecture + ".snap";
    }

    /** Write the snap, which appears when it is whole. */
    public void write(Path file, Compression compression, int threads) throws IOException {
        SquashfsOptions options = SquashfsOptions.of(compression, time)
                .withMinimumSize(SMALLEST_SNAP)
                .withThreads(threads);
        SquashfsWriter.write(files, options, file);
    }
}
