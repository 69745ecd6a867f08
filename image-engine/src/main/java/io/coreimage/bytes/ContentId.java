package io.coreimage.bytes;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@link ByteSource} is, without its bytes: the digest of a whole and a range of it.
 *
 * <p>The whole is a file whose digest is known, some bytes in memory, or a <em>recipe</em>: a name and parameters from
 * which bytes are computed. Never a path and never an open file, so that two plans made in two folders are equal.
 * @param whole the digest of the whole
 * @param offset where the range starts
 * @param length how long it is
 */
public record ContentId(Digest whole, long offset, long length) {

    /** Return the id of a whole. */
    public static ContentId ofWhole(Digest digest, long length) {
        return new ContentId(digest, 0, length);
    }

    /**
     * Return the id of bytes that are computed on demand.
     * @param recipe the name of the computation, unique in the code
     * @param length how many bytes it gives
     * @param parameters everything that the result depends on, with a {@code toString} that tells values apart
     */
    public static ContentId ofRecipe(String recipe, long length, List<?> parameters) {
        String text = parameters.stream().map(String::valueOf).collect(Collectors.joining("\0", recipe + "\0", ""));
        return ofWhole(Digest.compute(Digest.Algorithm.SHA_256, text), length);
    }

    /** Return the id of a part of this. */
    public ContentId slice(long from, long count) {
        return new ContentId(whole, offset + from, count);
    }

    @Override
    public String toString() {
        return whole + "[" + offset + "+" + length + "]";
    }
}
