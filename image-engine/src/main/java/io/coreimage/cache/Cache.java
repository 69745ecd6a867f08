package io.coreimage.cache;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Files by their digest in one folder, shared by all projects, threads and processes of a user.
 *
 * <p>A file is digested while it comes in and appears under its name only when it is whole. An instance belongs to one
 * build: what it found whole once, it holds open until {@link #close()}, and hands that out.
 */
public final class Cache implements AutoCloseable {

    private final Folder folder;
    private final Blobs blobs;

    private Cache(Folder folder, Instant now) {
        this.folder = folder;
        this.blobs = new Blobs(folder, now);
    }

    /**
     * Open the cache in a folder, which is made if it is not there.
     * @param root the folder
     * @param now the time of this build, remembered for every file that it uses
     */
    public static Cache open(Path root, Instant now) {
        return new Cache(Folder.open(root), now);
    }

    /** Return a file if it is here and whole. A broken one is removed and counts as missing. */
    public Optional<ByteSource> find(Wanted wanted) {
        try {
            return blobs.find(wanted);
        } catch (IOException ex) {
            throw new FaultException("cannot read \"" + wanted.name() + "\" from the cache: " + ex, ex);
        }
    }

    /** Return a file, from the supply if it is not here yet. Whoever asks for the same file meanwhile waits for it. */
    public ByteSource obtain(Wanted wanted, Supply supply) {
        try {
            return blobs.obtain(wanted, supply);
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot keep \"" + wanted.name() + "\" in the cache \"" + folder.root() + "\": " + ex.getMessage(),
                    "Free some space or choose another folder with -Dcore-image.cacheDirectory.",
                    ex);
        }
    }

    /** Return the assertions that stores gave. */
    public KeptTexts assertions() {
        return new KeptTexts(folder, folder.assertions());
    }

    /** Return what stores had to offer. */
    public KeptTexts offers() {
        return new KeptTexts(folder, folder.offers());
    }

    /** Return where a file lies that is here, for somebody who reads it himself and checks what he reads. */
    public Path place(Wanted wanted) {
        return folder.blob(wanted.digest());
    }

    /** Return what can be listed, checked and thrown away. */
    public Stock stock() {
        return new Stock(folder);
    }

    /** Return where this cache is. */
    public Path root() {
        return folder.root();
    }

    /** Return which of the wanted files are not here, without reading more than needed. */
    public List<Wanted> missing(List<Wanted> wanted) {
        return wanted.stream().filter(each -> find(each).isEmpty()).toList();
    }

    /**
     * Return whether files are here and untouched since they were last found whole, without reading them. They count as used
     * by this build, if all of them are.
     */
    public boolean hasUntouched(List<Digest> digests) {
        try {
            return blobs.areUntouched(digests);
        } catch (IOException ex) {
            throw new FaultException("cannot look into the cache \"" + folder.root() + "\": " + ex, ex);
        }
    }

    @Override
    public void close() {
        try {
            blobs.close();
        } catch (IOException ex) {
            throw new FaultException("cannot close the cache \"" + folder.root() + "\": " + ex, ex);
        }
    }
}
