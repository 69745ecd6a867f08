package io.coreimage.cache;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.Size;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Everything that lies in a cache: for somebody who wants to list it, to check it or to have the space back. */
public final class Stock {

    private static final Digest.Algorithm ALGORITHM = Digest.Algorithm.SHA3_384;

    private final Folder folder;

    Stock(Folder folder) {
        this.folder = folder;
    }

    /** Return the files, ordered by digest. */
    public List<CachedBlob> list() {
        return guard("list", this::blobs);
    }

    /** Read every file, throw away those that are not what their name says, and return these. */
    public List<CachedBlob> verify() {
        return guard("verify", this::removeBroken);
    }

    /**
     * Throw away the files, and the remains of downloads, that no build has used since a moment. What somebody is just
     * fetching stays.
     * @param unusedSince the moment
     * @return the files that are gone
     */
    public List<CachedBlob> prune(Instant unusedSince) {
        return guard("prune", () -> removeUnused(unusedSince));
    }

    private List<CachedBlob> blobs() throws IOException {
        List<CachedBlob> found = new ArrayList<>();
        for (Path shelf : Directories.list(folder.blobs())) {
            for (Path blob : Directories.list(shelf)) {
                Optional<Digest> digest = digest(blob);
                if (digest.isPresent()) {
                    describe(digest.get(), blob).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<CachedBlob> describe(Digest digest, Path blob) throws IOException {
        try {
            Path stamp = folder.stamp(digest);
            Instant used = Files.getLastModifiedTime(Files.exists(stamp) ? stamp : blob)
                    .toInstant();
            return Optional.of(new CachedBlob(digest, Size.ofBytes(Files.size(blob)), used));
        } catch (NoSuchFileException ex) {
            return Optional.empty();
        }
    }

    private static Optional<Digest> digest(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean fits = name.length() == ALGORITHM.length() * 2 && name.chars().allMatch(HexFormat::isHexDigit);
        return fits ? Optional.of(new Digest(ALGORITHM, name)) : Optional.empty();
    }

    private List<CachedBlob> removeBroken() throws IOException {
        List<CachedBlob> broken = new ArrayList<>();
        for (CachedBlob each : blobs()) {
            if (!isWhole(each.digest()) && remove(each.digest())) {
                broken.add(each);
            }
        }
        return broken;
    }

    private boolean isWhole(Digest digest) throws IOException {
        try (FileChannel file =
                FileChannel.open(folder.blob(digest), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return BlobCheck.digest(digest.algorithm(), file).equals(digest);
        } catch (NoSuchFileException ex) {
            return true;
        }
    }

    private List<CachedBlob> removeUnused(Instant unusedSince) throws IOException {
        List<CachedBlob> gone = new ArrayList<>();
        for (CachedBlob each : blobs()) {
            if (each.lastUsed().isBefore(unusedSince) && remove(each.digest())) {
                gone.add(each);
            }
        }
        for (Path each : Directories.list(folder.partials())) {
            if (isOlder(each, unusedSince)) {
                removePartial(each);
            }
        }
        return gone;
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException ex) {
            return false;
        }
    }

    private void removePartial(Path partial) throws IOException {
        Optional<Digest> digest = digest(partial);
        if (digest.isEmpty()) {
            Files.deleteIfExists(partial);
            return;
        }
        BlobLock.holdingIfFree(folder, folder.lock(digest.get()), () -> Files.deleteIfExists(partial));
    }

    private boolean remove(Digest digest) throws IOException {
        return BlobLock.holdingIfFree(folder, folder.lock(digest), () -> folder.remove(digest));
    }

    private <T> T guard(String verb, BlobLock.Work<T> work) {
        try {
            return work.go();
        } catch (IOException ex) {
            throw new FaultException("cannot " + verb + " the cache \"" + folder.root() + "\": " + ex, ex);
        }
    }
}
