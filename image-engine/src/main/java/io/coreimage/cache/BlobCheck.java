package io.coreimage.cache;

import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a blob is what its name says.
 *
 * <p>Reading it all is the only proof. A blob that was proven before, that only the current user can write and that the
 * file system says nobody touched since, needs no second one.
 */
final class BlobCheck {

    private static final int CHUNK = 1 << 17;

    private final Folder folder;
    private final Instant now;

    BlobCheck(Folder folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /** Return the open blob if it is here and whole. A broken one is removed, unless somebody is replacing it. */
    Optional<HeldBlob> open(Digest digest) throws IOException {
        Path blob = folder.blob(digest);
        FileChannel file;
        try {
            file = FileChannel.open(blob, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException ex) {
            return Optional.empty();
        }
        try {
            Optional<HeldBlob> proven = prove(digest, blob, file);
            if (proven.isEmpty()) {
                file.close();
                remove(digest);
            }
            return proven;
        } catch (IOException | RuntimeException ex) {
            file.close();
            throw ex;
        }
    }

    private Optional<HeldBlob> prove(Digest digest, Path blob, FileChannel file) throws IOException {
        ContentId id = ContentId.ofWhole(digest, file.size());
        Optional<Stamp> stamp = stamp(blob);
        if (stamp.isPresent() && isRemembered(digest, stamp.get())) {
            return Optional.of(new HeldBlob(blob, id, stamp, file));
        }
        if (!digest(digest.algorithm(), file).equals(digest)) {
            return Optional.empty();
        }
        return Optional.of(new HeldBlob(blob, id, remember(digest, stamp), file));
    }

    /** Return whether blobs are here that were proven before and that nobody touched since. */
    boolean areUntouched(List<Digest> digests) throws IOException {
        if (!folder.isPrivate()) {
            return false;
        }
        for (Digest each : digests) {
            if (!isUntouched(each)) {
                return false;
            }
        }
        return true;
    }

    private boolean isUntouched(Digest digest) throws IOException {
        Path blob = folder.blob(digest);
        Optional<Stamp> stamp = Stamp.of(blob);
        return stamp.isPresent() && folder.isPrivateInside(blob) && isRemembered(digest, stamp.get());
    }

    /** Return the digest of an open file. */
    static Digest digest(Digest.Algorithm algorithm, FileChannel file) throws IOException {
        Hasher hasher = algorithm.newHasher();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long position = 0;
        while (file.read(chunk, position) > 0) {
            position += chunk.position();
            hasher.update(chunk.flip());
            chunk.clear();
        }
        return hasher.finish();
    }

    /** Return the stamp of a blob, where a stamp says something. */
    private Optional<Stamp> stamp(Path blob) throws IOException {
        return folder.isPrivate(blob) ? Stamp.of(blob) : Optional.empty();
    }

    private boolean isRemembered(Digest digest, Stamp stamp) throws IOException {
        Path file = folder.stamp(digest);
        try {
            boolean same = Files.readString(file).equals(stamp.text());
            if (same) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
            return same;
        } catch (NoSuchFileException ex) {
            return false;
        }
    }

    /** Remember a blob that was just proven, and return its stamp if it may be relied on. */
    Optional<Stamp> remember(Digest digest) throws IOException {
        return remember(digest, stamp(folder.blob(digest)));
    }

    private Optional<Stamp> remember(Digest digest, Optional<Stamp> before) throws IOException {
        // Somebody may have touched it while it was read.
        if (before.isEmpty() || !stamp(folder.blob(digest)).equals(before)) {
            return Optional.empty();
        }
        Path file = folder.stamp(digest);
        folder.writeWhole(file, before.get().text().getBytes(StandardCharsets.US_ASCII));
        Files.setLastModifiedTime(file, FileTime.from(now));
        return before;
    }

    private void remove(Digest digest) throws IOException {
        BlobLock.holdingIfFree(folder, folder.lock(digest), () -> folder.remove(digest));
    }
}
