package io.coreimage.store;

import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.SequenceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assertion that is wanted from a store.
 * @param type its type, such as {@code snap-declaration}
 * @param key its primary key; for a type whose key ends in a sequence, the key without it
 * @param maxFormat the highest format that whoever reads it understands
 * @param point for a type whose key ends in a sequence: which one
 */
public record AssertionQuery(
        String type,
        List<String> key,
        long maxFormat,
        @Nullable Point point) {

    private static final String DEFAULT_PROVENANCE = "global-upload";

    public AssertionQuery {
        key = List.copyOf(key);
    }

    /** Ask for an assertion by its whole key. */
    public static AssertionQuery of(String type, List<String> key, long maxFormat) {
        return new AssertionQuery(type, key, maxFormat, null);
    }

    /** Ask for an assertion by its reference. */
    public static AssertionQuery of(AssertionRef ref, long maxFormat) {
        return of(ref.type().typeName(), ref.primaryKey(), maxFormat);
    }

    /** Ask for one of a sequence; the latest where the reference names none. */
    public static AssertionQuery of(SequenceRef ref, long maxFormat) {
        Point point = ref.sequence().isPresent()
                ? Point.of(Math.toIntExact(ref.sequence().getAsLong()))
                : Point.LATEST;
        return new AssertionQuery(ref.type().typeName(), ref.sequenceKey(), maxFormat, point);
    }

    /** Return the key as it is named everywhere: a provenance that nobody chose is left out. */
    List<String> shortKey() {
        int last = key.size() - 1;
        return last > 0 && key.get(last).equals(DEFAULT_PROVENANCE) ? key.subList(0, last) : key;
    }

    /** Return it as messages name it. */
    @Override
    public String toString() {
        String suffix = point == null ? "" : ", " + point;
        return type + " (" + String.join("/", shortKey()) + suffix + ")";
    }

    /**
     * One of a sequence.
     * @param sequence its number; {@code null} for the latest
     */
    public record Point(@Nullable Integer sequence) {

        /** Whatever is the newest. */
        public static final Point LATEST = new Point(null);

        /** Return one by its number. */
        public static Point of(int sequence) {
            return new Point(sequence);
        }

        @Override
        public String toString() {
            return sequence == null ? "latest" : sequence.toString();
        }
    }
}
