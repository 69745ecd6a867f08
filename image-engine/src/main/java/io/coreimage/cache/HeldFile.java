package io.coreimage.cache;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file of the user's that is read in a build: digested once, held open until the end, and refused if anybody writes to it
 * meanwhile.
 */
public final class HeldFile implements AutoCloseable {

    private final Path path;
    private final FileChannel file;
    private final Optional<Stamp> stamp;
    private final ContentId id;

    private HeldFile(Path path, FileChannel file) throws IOException {
        this.path = path;
        this.file = file;
        this.stamp = Stamp.of(path.toRealPath());
        this.id = ContentId.ofWhole(BlobCheck.digest(Digest.Algorithm.SHA3_384, file), file.size());
        open().close();
    }

    /** Open a file and digest it. */
    public static HeldFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new RefusedException("cannot read \"" + path + "\": it is a folder");
        }
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new HeldFile(path, file);
            } catch (IOException | RuntimeException ex) {
                file.close();
                throw ex;
            }
        } catch (NoSuchFileException ex) {
            throw new RefusedException("cannot read \"" + path + "\": there is no such file");
        } catch (IOException ex) {
            throw new FaultException("cannot read \"" + path + "\": " + ex, ex);
        }
    }

    private FileChannel open() throws IOException {
        if (stamp.isPresent() && !Stamp.of(path.toRealPath()).equals(stamp)) {
            throw new FaultException("cannot read \"" + path + "\": it changed during the build", null);
        }
        return new SharedHandle(file);
    }

    /** Return the digest of the file. */
    public Digest digest() {
        return id.whole();
    }

    /** Return its bytes. */
    public ByteSource source() {
        return ByteSource.ofFile(this::open, id);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException ex) {
            throw new FaultException("cannot close \"" + path + "\": " + ex, ex);
        }
    }
}
