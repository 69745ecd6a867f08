package io.coreimage.snap;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Hasher;
import io.coreimage.problem.RefusedException;
import io.coreimage.squashfs.Compression;
import io.coreimage.squashfs.SquashfsOptions;
import io.coreimage.squashfs.SquashfsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A folder that is about to become a snap or a component: checked, and nothing written yet.
 *
 * <p>The bytes of the file are a function of the files, the time and the compressor; who packs, where, with which umask
 * and how many threads makes no difference. Owners and extended attributes are left out, as {@code snap pack} does.
 */
public sealed interface Packing permits SnapPacking, ComponentPacking {

    /** Look at a folder; refused if what it would become could not be used. */
    static Packing of(Path folder, Instant time) throws IOException {
        try {
            FileTree files = PackedTree.of(Directories.scan(folder), time);
            if (files.find(SnapPacking.YAML) != null) {
                return SnapPacking.of(files, time);
            }
            if (files.find(ComponentPacking.YAML) != null) {
                return ComponentPacking.of(files, time);
            }
            throw new RefusedException(
                    "no " + SnapPacking.YAML + " in it",
                    "Name the folder that becomes the root of the snap, with meta in it.");
        } catch (RefusedException ex) {
            throw new RefusedException("cannot pack \"" + folder + "\": " + ex.getMessage(), ex.nextStep(), ex);
        }
    }

    /** Return what goes into it. */
    FileTree files();

    /** Return the time of every file in it, and its own. */
    Instant time();

    /** Return its name and version, for people. */
    String title();

    /** Return the name that {@code snap pack} would give it. */
    String fileName();

    /** Return {@code snap} or {@code comp}. */
    String extension();

    /** Return a digest of all that the bytes of the file depend on. */
    default Digest digest(Compression compression) throws IOException {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        write(hasher, "packed, form 1, " + compression + " at " + time());
        for (FileTree.Entry each : files().entries()) {
            write(hasher, each.path() + "\0" + each.node());
            if (each.node() instanceof FileTree.RegularFile file) {
                write(hasher, String.valueOf(file.content().size()));
                file.content().copyTo(0, file.content().size(), hasher);
            }
        }
        return hasher.finish();
    }

    private static void write(Hasher hasher, String text) throws IOException {
        hasher.write(ByteBuffer.wrap((text + "\0").getBytes(StandardCharsets.UTF_8)));
    }

    /** Write the file, which appears when it is whole. */
    default void write(Path file, Compression compression, int threads) throws IOException {
        SquashfsOptions options = SquashfsOptions.of(compression, time())
                .withMinimumSize(SnapPacking.SMALLEST)
                .withThreads(threads);
        SquashfsWriter.write(files(), options, file);
    }
}
