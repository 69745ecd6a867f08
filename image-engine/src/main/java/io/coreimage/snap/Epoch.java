package io.coreimage.snap;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which generations of its data a snap reads and writes.
 * @param read the generations that it reads, rising
 * @param write the generations that it writes, rising
 */
public record Epoch(List<Long> read, List<Long> write) {

    /** What a snap has that says nothing. */
    public static final Epoch ZERO = new Epoch(List.of(0L), List.of(0L));

    public Epoch {
        read = List.copyOf(read);
        write = List.copyOf(write);
    }

    /** Return the epoch as snap.yaml writes it. */
    @Override
    public String toString() {
        if (read.size() == 1 && read.equals(write)) {
            return read.get(0).toString();
        }
        return "{read: " + list(read) + ", write: " + list(write) + "}";
    }

    private static String list(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
