package io.coreimage.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link Call}, its body still on the way. Closing it early gives up the rest. */
public interface Reply extends Closeable {

    /** Return the status. */
    int status();

    /** Return the first header of that name. */
    Optional<String> header(String name);

    /**
     * Return some more of the body; nothing at its end.
     * @param patience how long to wait for it
     */
    @Nullable
    ByteBuffer next(Duration patience) throws IOException;
}
