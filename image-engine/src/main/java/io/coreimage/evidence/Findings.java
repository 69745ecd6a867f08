package io.coreimage.evidence;

import io.coreimage.bytes.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there was before a goal began its work, ready to be kept when it succeeds. */
public final class Findings {

    private final Sighting sighting;
    private final List<Trace> files;
    private final Instant made;

    Findings(Sighting sighting, List<Trace> files, Instant made) {
        this.sighting = sighting;
        this.files = List.copyOf(files);
        this.made = made;
    }

    /**
     * What a goal came to.
     * @param result the file that the goal is there for
     * @param outputs the files that it left
     * @param blobs the files of the cache that it relies on
     * @param until from when on it may come to something else, although nothing changed
     * @param sentence what it says of its result
     * @param warnings what it warned of
     */
    public record Outcome(
            Path result,
            List<Path> outputs,
            List<Digest> blobs,
            Optional<Instant> until,
            String sentence,
            List<String> warnings) {}

    /**
     * Keep all of it in a file, unless nothing could be concluded from it.
     * @param now the time by the clock
     */
    public void keep(Path file, Outcome outcome, Instant now) throws IOException {
        List<Trace> inputs = new ArrayList<>();
        List<Trace> outputs = new ArrayList<>();
        for (Path each : outcome.outputs()) {
            outputs.add(Trace.of(each.toAbsolutePath(), now));
        }
        for (Trace each : files) {
            int written = paths(outputs).indexOf(each.file());
            if (each.isCurrent(Optional.empty())) {
                // Named as an output, but not written: what it was before counts.
                inputs.add(each);
                if (written >= 0) {
                    outputs.remove(written);
                }
            } else if (written < 0) {
                // It changed while the goal worked, and may have been read before or after that.
                return;
            }
        }
        if (sighting.isComplete()) {
            evidence(outcome, inputs, outputs).write(file);
        }
    }

    private static List<Path> paths(List<Trace> traces) {
        return traces.stream().map(Trace::file).toList();
    }

    private Evidence evidence(Outcome outcome, List<Trace> inputs, List<Trace> outputs) {
        return new Evidence(
                sighting.values(),
                outcome.result().toAbsolutePath(),
                made,
                outcome.until(),
                inputs,
                outputs,
                outcome.blobs(),
                outcome.sentence(),
                outcome.warnings());
    }
}
