package io.coreimage.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a file system says about a file without reading it. While none of this changes, neither did the bytes, if only
 * their owner can write them.
 * @param size its size in bytes
 * @param modified when its bytes changed, in nanoseconds
 * @param changed when anything about it changed, in nanoseconds; nobody can set it
 * @param inode its number in the file system
 * @param owner the number of its owner
 */
public record Stamp(long size, long modified, long changed, long inode, int owner) {

    private static final String ATTRIBUTES = "unix:size,lastModifiedTime,ctime,ino,uid";

    /** Return the stamp of a file; nothing where there is no file or the file system has no such facts. */
    static Optional<Stamp> of(Path file) throws IOException {
        return read(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Return the stamp of a file or of what a link leads to. */
    public static Optional<Stamp> ofTarget(Path file) throws IOException {
        return read(file);
    }

    private static Optional<Stamp> read(Path file, LinkOption... links) throws IOException {
        try {
            return Optional.of(of(Files.readAttributes(file, ATTRIBUTES, links)));
        } catch (NoSuchFileException | UnsupportedOperationException ex) {
            return Optional.empty();
        }
    }

    private static Stamp of(Map<String, Object> facts) {
        return new Stamp(
                number(facts, "size"),
                nanoseconds(facts, "lastModifiedTime"),
                nanoseconds(facts, "ctime"),
                number(facts, "ino"),
                Math.toIntExact(number(facts, "uid")));
    }

    private static long number(Map<String, Object> facts, String name) {
        return ((Number) Objects.requireNonNull(facts.get(name))).longValue();
    }

    private static long nanoseconds(Map<String, Object> facts, String name) {
        return ((FileTime) Objects.requireNonNull(facts.get(name))).to(TimeUnit.NANOSECONDS);
    }

    /** Return whether nothing happened to the file since a moment, by the clock of its file system. */
    public boolean isOlderThan(Instant moment) {
        long limit = TimeUnit.MILLISECONDS.toNanos(moment.toEpochMilli());
        return modified < limit && changed < limit;
    }

    /** Return the stamp as one line of text. */
    public String text() {
        return size + " " + modified + " " + changed + " " + inode + " " + owner + "\n";
    }
}
