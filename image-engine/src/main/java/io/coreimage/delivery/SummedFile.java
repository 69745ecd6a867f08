package io.coreimage.delivery;

import io.coreimage.bytes.Hasher;
import io.coreimage.disk.Waiting;
import java.io.IOException;
import java.nio.channels.GatheringByteChannel;
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
        Waiting.on(sum);
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }
}
