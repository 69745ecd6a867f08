package io.coreimage.assemble;

import io.coreimage.bytes.Digest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a build left behind, so that the next one can see that nothing is to be done: the digest of its inputs, and every
 * output with the size and the time of modification that it had.
 *
 * <p>Lines of text and not JSON: every build that has nothing to do reads them, and a JSON library takes longer to load than
 * all else that such a build does.
 *
 * <pre>
 * inputs SHA-256:…
 * size ⇥ modified ⇥ type ⇥ qualifier ⇥ seed ⇥ name    one line for each output
 * </pre>
 *
 * @param inputs the digest of the inputs
 * @param outputs the outputs by file name
 */
public record BuildStamp(String inputs, SortedMap<String, Output> outputs) {

    private static final String INPUTS = "inputs ";
    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 6;
    private static final String SEED = "seed";

    /**
     * A file as it was left.
     * @param type what it is, in the words of whoever wrote it
     * @param qualifier which one of its type
     * @param holdsSeed whether it is made of the volume with the seed
     * @param size in bytes
     * @param modifiedNanos when it was modified, in nanoseconds since 1970
     */
    public record Output(String type, String qualifier, boolean holdsSeed, long size, long modifiedNanos) {

        private boolean isStill(Path file) throws IOException {
            return Files.isRegularFile(file) && size == Files.size(file) && modifiedNanos == modified(file);
        }

        private static Output of(Path file, String type, String qualifier, boolean holdsSeed) throws IOException {
            return new Output(type, qualifier, holdsSeed, Files.size(file), modified(file));
        }

        private static long modified(Path file) throws IOException {
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        }

        /** Read the fields of a line; a number that is none is that of no file. */
        private static Output parse(String[] fields) {
            return new Output(fields[2], fields[3], fields[4].equals(SEED), number(fields[0]), number(fields[1]));
        }

        private static long number(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException ex) {
                return -1;
            }
        }

        private String line(String name) {
            return String.join(
                    SEPARATOR,
                    Long.toString(size),
                    Long.toString(modifiedNanos),
                    type,
                    qualifier,
                    holdsSeed ? SEED : "",
                    name);
        }
    }

    /** Return the stamp of a build that has no outputs yet. */
    public static BuildStamp of(Digest inputs) {
        return new BuildStamp(inputs.toString(), Collections.emptySortedMap());
    }

    /** Return the stamp with an output that has just been written. */
    public BuildStamp with(Path file, String type, String qualifier, boolean holdsSeed) throws IOException {
        SortedMap<String, Output> more = new TreeMap<>(outputs);
        more.put(file.getFileName().toString(), Output.of(file, type, qualifier, holdsSeed));
        return new BuildStamp(inputs, more);
    }

    /** Read the stamp of an earlier build; one that cannot be read is as good as none. */
    public static Optional<BuildStamp> read(Path file) throws IOException {
        try {
            return parse(Files.readAllLines(file));
        } catch (FileSystemException | CharacterCodingException ex) {
            return Optional.empty();
        }
    }

    private static Optional<BuildStamp> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith(INPUTS)) {
            return Optional.empty();
        }
        SortedMap<String, Output> outputs = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(SEPARATOR, -1);
            if (fields.length != FIELDS || !isName(fields[5])) {
                return Optional.empty();
            }
            outputs.put(fields[5], Output.parse(fields));
        }
        return Optional.of(new BuildStamp(lines.get(0).substring(INPUTS.length()), outputs));
    }

    /** Files of the folder are meant, and no others: what an earlier build left is deleted by these names. */
    private static boolean isName(String text) {
        return !text.isEmpty() && text.indexOf('/') < 0 && text.indexOf('\\') < 0 && !text.equals("..");
    }

    /** Return whether the inputs are these and every output still lies in the folder as it was left. */
    public boolean holds(Digest now, Path folder) throws IOException {
        return inputs.equals(now.toString()) && outputsAreIn(folder);
    }

    /** Return whether every output still lies in the folder as it was left. */
    public boolean outputsAreIn(Path folder) throws IOException {
        for (var each : outputs.entrySet()) {
            if (!each.getValue().isStill(folder.resolve(each.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Write the stamp; it is the last thing that a build does. */
    public void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(INPUTS).append(inputs).append('\n');
        outputs.forEach((name, output) -> text.append(output.line(name)).append('\n'));
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
