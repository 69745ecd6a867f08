package io.coreimage.assemble;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.bytes.Digest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a build left behind, so that the next one can see that nothing is to be done: the digest of its inputs, and every
 * output with the size and the time of modification that it had.
 * @param inputs the digest of the inputs
 * @param outputs the outputs by file name
 */
public record BuildStamp(String inputs, SortedMap<String, Output> outputs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A file as it was left.
     * @param type what it is, in the words of whoever wrote it
     * @param qualifier which one of its type
     * @param size in bytes
     * @param modifiedNanos when it was modified, in nanoseconds since 1970
     */
    public record Output(String type, String qualifier, long size, long modifiedNanos) {

        private boolean isStill(Path file) throws IOException {
            return Files.isRegularFile(file) && of(file, type, qualifier).equals(this);
        }

        private static Output of(Path file, String type, String qualifier) throws IOException {
            long modified = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            return new Output(type, qualifier, Files.size(file), modified);
        }
    }

    /** Return the stamp of a build that has no outputs yet. */
    public static BuildStamp of(Digest inputs) {
        return new BuildStamp(inputs.toString(), Collections.emptySortedMap());
    }

    /** Return the stamp with an output that has just been written. */
    public BuildStamp with(Path file, String type, String qualifier) throws IOException {
        SortedMap<String, Output> more = new TreeMap<>(outputs);
        more.put(file.getFileName().toString(), Output.of(file, type, qualifier));
        return new BuildStamp(inputs, more);
    }

    /** Read the stamp of an earlier build; one that cannot be read is as good as none. */
    public static Optional<BuildStamp> read(Path file) throws IOException {
        try {
            return parse(JSON.readTree(Files.readString(file)));
        } catch (FileSystemException | JsonProcessingException ex) {
            return Optional.empty();
        }
    }

    private static Optional<BuildStamp> parse(JsonNode json) {
        if (!json.path("inputs").isTextual() || !json.path("outputs").isObject()) {
            return Optional.empty();
        }
        SortedMap<String, Output> outputs = new TreeMap<>();
        json.path("outputs").properties().forEach(each -> outputs.put(each.getKey(), output(each.getValue())));
        return Optional.of(new BuildStamp(json.path("inputs").textValue(), outputs));
    }

    private static Output output(JsonNode json) {
        return new Output(
                json.path("type").asText(""),
                json.path("qualifier").asText(""),
                json.path("size").asLong(-1),
                json.path("modified").asLong(-1));
    }

    /** Return whether the inputs are these and every output still lies in the folder as it was left. */
    public boolean holds(Digest now, Path folder) throws IOException {
        if (!inputs.equals(now.toString())) {
            return false;
        }
        for (var each : outputs.entrySet()) {
            if (!each.getValue().isStill(folder.resolve(each.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Write the stamp; it is the last thing that a build does. */
    public void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("inputs", inputs);
        ObjectNode all = json.putObject("outputs");
        outputs.forEach((name, output) -> all.putObject(name)
                .put("type", output.type())
                .put("qualifier", output.qualifier())
                .put("size", output.size())
                .put("modified", output.modifiedNanos()));
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, json.toPrettyString() + "\n");
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
