package io.coreimage.cache;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A blob that this build found whole, with the open file it found it by: what was checked is what gets copied, whatever
 * happens to the name meanwhile.
 */
final class HeldBlob implements AutoCloseable {

    private final Path path;
    private final ContentId id;
    private final Optional<Stamp> stamp;
    private FileChannel file;

    HeldBlob(Path path, ContentId id, Optional<Stamp> stamp, FileChannel file) {
        this.path = path;
        this.id = id;
        this.stamp = stamp;
        this.file = file;
    }

    Digest digest() {
        return id.whole();
    }

    ByteSource source() {
        return ByteSource.ofFile(this::open, id);
    }

    /** Return whether the name still stands for the file that was checked. */
    boolean isCurrent() throws IOException {
        return stamp.isEmpty() || Stamp.of(path).equals(stamp);
    }

    private synchronized FileChannel open() throws IOException {
        if (!file.isOpen()) {
            file = reopen();
        }
        return new SharedHandle(file);
    }

    /** Open the file again that an interrupted thread took down with it, if it is still the same. */
    private FileChannel reopen() throws IOException {
        FileChannel again = FileChannel.open(path, StandardOpenOption.READ);
        if (stamp.isEmpty() || !isCurrent()) {
            again.close();
            throw new FaultException("cannot read \"" + path + "\": it changed during the build", null);
        }
        return again;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
