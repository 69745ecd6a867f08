package io.coreimage.evidence;

import io.coreimage.bytes.Digest;
import io.coreimage.cache.Stamp;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a goal saw when it last succeeded. While all of it is the same, its work would come to the same.
 *
 * <p>Lines of text, so that reading it needs no library:
 *
 * <pre>
 * core-image evidence 1
 * values ⇥ SHA-256 of the values
 * result ⇥ the file that the goal is there for
 * made ⇥ when, in milliseconds since 1970
 * until ⇥ when it ends to be true, if ever
 * in ⇥ stamp ⇥ digest ⇥ file          one line for each file that the goal read
 * out ⇥ stamp ⇥ digest ⇥ file         one line for each file that it wrote
 * blob ⇥ digest                       one line for each file of the cache that it relies on
 * sentence ⇥ what it said
 * warning ⇥ what it warned of
 * </pre>
 *
 * @param values the digest of the values
 * @param result the file that the goal is there for
 * @param made when it was seen
 * @param until from when on the work may come to something else, although nothing changed
 * @param inputs the files that the goal read
 * @param outputs the files that it wrote
 * @param blobs the files of the cache that it relies on
 * @param sentence what it said of its result
 * @param warnings what it warned of
 */
public record Evidence(
        String values,
        Path result,
        Instant made,
        Optional<Instant> until,
        List<Trace> inputs,
        List<Trace> outputs,
        List<Digest> blobs,
        String sentence,
        List<String> warnings) {

    /** Read what a goal left, if it is there and whole, and if all of it still is as it was. */
    public static Optional<Evidence> holding(Path file, Sighting sighting, Instant now) throws IOException {
        try {
            Evidence evidence = new EvidenceText(Files.readAllLines(file)).read();
            if (!evidence.holds(file, sighting, now)) {
                return Optional.empty();
            }
            evidence.settle(file, now);
            return Optional.of(evidence);
        } catch (FileSystemException | CharacterCodingException | IllegalArgumentException ex) {
            // Whatever stands there, nothing can be concluded from it.
            return Optional.empty();
        }
    }

    /** What had just been written when it was seen has come to rest, and need not be read by the next build. */
    private void settle(Path file, Instant now) throws IOException {
        List<Trace> calmInputs = settled(inputs, now);
        List<Trace> calmOutputs = settled(outputs, now);
        if (!stamps(calmInputs).equals(stamps(inputs)) || !stamps(calmOutputs).equals(stamps(outputs))) {
            new Evidence(values, result, made, until, calmInputs, calmOutputs, blobs, sentence, warnings).write(file);
        }
    }

    private static List<Trace> settled(List<Trace> traces, Instant now) throws IOException {
        List<Trace> calm = new ArrayList<>();
        for (Trace each : traces) {
            calm.add(each.settled(now));
        }
        return calm;
    }

    private static List<String> stamps(List<Trace> traces) {
        List<String> stamps = new ArrayList<>();
        for (Trace each : traces) {
            stamps.add(each.stamp());
        }
        return stamps;
    }

    private boolean holds(Path file, Sighting sighting, Instant now) throws IOException {
        return sighting.isComplete()
                && isInTime(now)
                && values.equals(sighting.values())
                && paths(inputs).equals(sighting.filesWithout(new HashSet<>(paths(outputs))))
                && areCurrent(ownerOf(file));
    }

    private static Optional<Integer> ownerOf(Path file) throws IOException {
        Optional<Stamp> stamp = Stamp.ofTarget(file);
        return stamp.isPresent() ? Optional.of(stamp.get().owner()) : Optional.empty();
    }

    /** A clock that was set back says nothing about what has ended meanwhile. */
    private boolean isInTime(Instant now) {
        return !now.isBefore(made) && (until.isEmpty() || now.isBefore(until.get()));
    }

    /** Only stamps of files of whoever wrote this prove something. */
    private boolean areCurrent(Optional<Integer> owner) throws IOException {
        return Trace.areCurrent(inputs, owner) && Trace.areCurrent(outputs, owner);
    }

    private static List<Path> paths(List<Trace> traces) {
        List<Path> paths = new ArrayList<>();
        for (Trace each : traces) {
            paths.add(each.file());
        }
        return paths;
    }

    /** Write it. */
    void write(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(partial, EvidenceText.of(this));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
