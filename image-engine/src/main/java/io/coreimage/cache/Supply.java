package io.coreimage.cache;

import java.io.IOException;

/** Where the bytes of a file come from that is not in the cache yet. */
public interface Supply {

    /**
     * Write the bytes that are still missing. Called a second time, from the start, when the first try gave other bytes
     * than those that were wanted.
     * @param intake takes them and says how many it already has
     */
    void pour(Intake intake) throws IOException;

    /** Return where the bytes come from, for messages. */
    String origin();
}
