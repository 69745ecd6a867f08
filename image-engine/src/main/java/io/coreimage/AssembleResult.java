package io.coreimage;

import io.coreimage.assemble.BuildStamp;
import io.coreimage.assemble.PlannedStructure;
import io.coreimage.text.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a build of images led to.
 * @param files what lies in the output folder now
 * @param structures what is on the images, as far as they were planned now
 * @param fresh whether something was built; if not, an earlier build left exactly the same
 */
public record AssembleResult(List<BuiltFile> files, List<PlannedStructure> structures, boolean fresh) {

    public AssembleResult {
        files = List.copyOf(files);
        structures = List.copyOf(structures);
    }

    /**
     * A file of the output.
     * @param type what it is, in the words of a repository: {@code img}, {@code img.xz}, {@code manifest}
     * @param qualifier which one of its type: the volume of an image, the name of a manifest, else empty
     * @param holdsSeed whether it is made of the volume with the seed
     * @param file where it lies
     */
    public record BuiltFile(String type, String qualifier, boolean holdsSeed, Path file) {}

    /** Return what an earlier build left in a folder, if all of it still is as it was left. */
    public static Optional<AssembleResult> leftIn(Path folder) throws IOException {
        Optional<BuildStamp> stamp = BuildStamp.read(stampOf(folder));
        return stamp.isPresent() && stamp.get().outputsAreIn(folder)
                ? Optional.of(new AssembleResult(ImageBuild.filesOf(stamp.get(), folder), List.of(), false))
                : Optional.empty();
    }

    /** Return the file of a folder in which a build keeps what it left there. */
    public static Path stampOf(Path folder) {
        return folder.resolve(ImageBuild.STAMP);
    }

    /** Return what is on the images, a line for each structure. */
    public List<String> table() {
        TextTable table = TextTable.of("volume", "partition", "name", "start", "size", "file system", "used")
                .alignedRight(1, 3, 4, 6);
        for (PlannedStructure each : structures) {
            table.row(
                    each.volume(),
                    each.number() == null ? "-" : each.number(),
                    each.name(),
                    each.start(),
                    each.size(),
                    each.fileSystem().isEmpty() ? "-" : each.fileSystem(),
                    each.used());
        }
        return table.lines();
    }
}
