package io.coreimage.evidence;

import io.coreimage.bytes.Digest;
import io.coreimage.cache.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file as it was.
 *
 * <p>What the file system says of a file tells whether it changed, if the file was at rest: one that is written twice within
 * the same tick of the file system's clock looks the same after both. So the stamp of a file that had just been written is
 * not kept, and of a small one the digest is, which also saves work where only times differ.
 *
 * @param file where it is
 * @param stamp what the file system said of it, empty if that proves nothing, {@value #NO_FILE} where there is none
 * @param digest the SHA-256 of its content, empty for a large one
 */
public record Trace(Path file, String stamp, String digest) {

    private static final String NO_FILE = "none";
    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 3;
    private static final long SMALL = 1 << 20;

    /** More than the ticks of any file system's clock: FAT's are two seconds. */
    private static final Duration REST = Duration.ofSeconds(3);

    /** Return the trace of a file. */
    static Trace of(Path file, Instant now) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Trace(file, NO_FILE, "");
        }
        // The stamp comes first: if the file is written meanwhile, it no longer fits.
        Optional<Stamp> stamp = Stamp.ofTarget(file);
        boolean atRest = stamp.isPresent() && stamp.get().isOlderThan(now.minus(REST));
        return new Trace(file, atRest ? stamp.get().text().strip() : "", digestOf(file));
    }

    private static String digestOf(Path file) throws IOException {
        return Files.size(file) > SMALL
                ? ""
                : Digest.compute(Digest.Algorithm.SHA_256, Files.readAllBytes(file))
                        .hex();
    }

    /** Return whether a path can stand in a line of text. */
    static boolean canName(Path file) {
        String text = file.toString();
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\uFFFD') < 0;
    }

    static Trace parse(String line) {
        String[] fields = line.split(SEPARATOR, FIELDS);
        if (fields.length < FIELDS) {
            throw new IllegalArgumentException("no trace of a file");
        }
        return new Trace(Path.of(fields[2]), fields[0], fields[1]);
    }

    String line() {
        return String.join(SEPARATOR, stamp, digest, file.toString());
    }

    /**
     * Return whether all files are still as they were.
     * @param owner the only one whose files' stamps prove something, where that is known
     */
    static boolean areCurrent(List<Trace> traces, Optional<Integer> owner) throws IOException {
        for (Trace each : traces) {
            if (!each.isCurrent(owner)) {
                return false;
            }
        }
        return true;
    }

    boolean isCurrent(Optional<Integer> owner) throws IOException {
        if (!Files.isRegularFile(file)) {
            return stamp.equals(NO_FILE);
        }
        return isUntouched(owner) || (!digest.isEmpty() && digest.equals(digestOf(file)));
    }

    /** Return the trace by which the file is found unchanged without being read, if by now there is such; else this one. */
    Trace settled(Instant now) throws IOException {
        if (digest.isEmpty() || isUntouched(Optional.empty())) {
            return this;
        }
        Trace later = of(file, now);
        return later.digest.equals(digest) && !later.stamp.isEmpty() ? later : this;
    }

    private boolean isUntouched(Optional<Integer> owner) throws IOException {
        Optional<Stamp> now = stamp.isEmpty() ? Optional.empty() : Stamp.ofTarget(file);
        return now.isPresent()
                && now.get().text().strip().equals(stamp)
                && (owner.isEmpty() || owner.get() == now.get().owner());
    }
}
