package io.coreimage.cache;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A file on its way into the cache, digested while its bytes arrive.
 *
 * <p>What an earlier build left behind counts as received; its bytes are digested first.
 */
public final class Intake implements WritableByteChannel {

    private static final int CHUNK = 1 << 16;

    private final Wanted wanted;
    private final FileChannel file;
    private Hasher hasher;
    private long received;

    private Intake(Wanted wanted, FileChannel file) {
        this.wanted = wanted;
        this.file = file;
        this.hasher = wanted.digest().algorithm().newHasher();
    }

    static Intake resume(Wanted wanted, FileChannel partial) throws IOException {
        Intake intake = new Intake(wanted, partial);
        if (partial.size() > wanted.size().bytes()) {
            intake.restart();
        } else {
            intake.digestLeftovers();
        }
        return intake;
    }

    private void digestLeftovers() throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        while (file.read(chunk, received) > 0) {
            received += chunk.position();
            hasher.update(chunk.flip());
            chunk.clear();
        }
        file.position(received);
    }

    /** Return what is awaited. */
    public Wanted wanted() {
        return wanted;
    }

    /** Return how many bytes are here, those of earlier builds included. */
    public long received() {
        return received;
    }

    /** Return how many bytes are missing. */
    public long missing() {
        return wanted.size().bytes() - received;
    }

    /** Forget all bytes. */
    public void restart() throws IOException {
        file.truncate(0);
        file.position(0);
        received = 0;
        hasher = wanted.digest().algorithm().newHasher();
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        if (count > missing()) {
            throw new FaultException(
                    "cannot fetch \"" + wanted.name() + "\": more than its "
                            + wanted.size().bytes() + " bytes came",
                    null);
        }
        hasher.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        received += count;
        return count;
    }

    /** Return the digest of everything that came. */
    Digest finish() {
        return hasher.finish();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    /** Do nothing: the cache closes the file itself. */
    @Override
    public void close() {
        // see above
    }
}
