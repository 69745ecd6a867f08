package io.coreimage.delivery;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A compressed stream that consists of parts which are made independently of each other: that is what lets all cores
 * work, and lets a stretch of the disk be treated by what it is.
 */
interface StreamFormat {

    /** Return what stands in front of the parts. */
    byte[] head();

    /** Return a part for bytes that are compressed already; it shows the buffer's own bytes, none is copied. */
    Part store(ByteBuffer bytes);

    /** Return a part for bytes that are worth the work. */
    Part squeeze(byte[] bytes);

    /** Return how many bytes of memory {@link #squeeze} needs for so many, besides themselves. */
    long memory(int length);

    /** Return a part for that many zeros. */
    Part zeros(long count);

    /** Return what stands behind the parts. */
    byte[] tail(List<PartSize> parts);
}
