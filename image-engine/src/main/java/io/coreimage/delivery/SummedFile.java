package io.coreimage.delivery;

import io.coreimage.bytes.Hasher;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.GatheringByteChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Where the parts go, and their sum if it is wanted: each part is summed while it is written. */
final class SummedFile implements AutoCloseable {

    private final GatheringByteChannel file;
    private final @Nullable Hasher hasher;
    private final ExecutorService beside = Executors.newSingleThreadExecutor();

    SummedFile(GatheringByteChannel file, @Nullable Hasher hasher) {
        this.file = file;
        this.hasher = hasher;
    }

    /** Write a part; when this returns, nobody needs its bytes any more. */
    void write(Part part) throws IOException {
        Hasher wanted = hasher;
        if (wanted == null) {
            part.writeTo(file);
            return;
        }
        Future<?> sum = beside.submit(() -> part.writeTo(wanted));
        part.writeTo(file);
        await(sum);
    }

    /** Wait for what another thread does, and throw what it throws. */
    static <T> T await(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while an image was compressed").initCause(ex);
        } catch (ExecutionException ex) {
            throw asIs(ex.getCause());
        }
    }

    /** What says what is wrong says it best: a source's own sentence, or that memory is short. */
    private static IOException asIs(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException said) {
            throw said;
        }
        if (cause instanceof Error said) {
            throw said;
        }
        return cause instanceof IOException said ? said : new IOException(cause);
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }
}
