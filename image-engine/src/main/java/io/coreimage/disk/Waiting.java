package io.coreimage.disk;

import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Waits for other threads, whose failures become this one's. */
public final class Waiting {

    private Waiting() {}

    /** Return what another thread makes, or throw what it throws. */
    public static <T> T on(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException ex) {
            throw rethrown(ex.getCause());
        } catch (InterruptedException ex) {
            throw interrupted(ex);
        }
    }

    static FaultException interrupted(InterruptedException ex) {
        Thread.currentThread().interrupt();
        return new FaultException("cannot write the disk: interrupted", ex);
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException known) {
            throw known;
        }
        if (cause instanceof Error known) {
            throw known;
        }
        return cause instanceof IOException known ? known : new IOException(cause);
    }
}
