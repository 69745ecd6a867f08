package io.coreimage.partition;

import io.coreimage.bytes.Guid;
import io.coreimage.problem.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for entries of a GPT that contradict their header or each other. */
final class GptEntryCheck {

    private final String structure;
    private final GptHeader header;
    private final long start;
    private final List<Flaw> flaws = new ArrayList<>();

    /**
     * Create an instance.
     * @param copy the name of the copy
     * @param header the header, whose own fields are sound
     * @param start where the entries start, in bytes
     */
    GptEntryCheck(String copy, GptHeader header, long start) {
        this.structure = copy + " gpt entries";
        this.header = header;
        this.start = start;
    }

    /** Return the partitions that the entries describe; only after a check found them sound. */
    static List<GptPartition> used(List<GptEntry> entries) {
        List<GptPartition> partitions = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isUsed()) {
                partitions.add(GptPartition.of(i + 1, entries.get(i)));
            }
        }
        return partitions;
    }

    List<Flaw> check(List<GptEntry> entries) {
        Map<Guid, Integer> numbers = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isUsed()) {
                checkEntry(i + 1, entries.get(i));
                checkId(i + 1, entries.get(i).id(), numbers);
            }
        }
        if (flaws.isEmpty()) {
            Collisions.eachPair(used(entries), this::collide);
        }
        return flaws;
    }

    private void checkEntry(int number, GptEntry entry) {
        if (number > GptLayout.ENTRY_COUNT) {
            flaw(number, 0, "more than " + GptLayout.ENTRY_COUNT + " partitions are not supported");
        } else if (entry.first() < header.firstUsable()) {
            flaw(
                    number,
                    32,
                    "starts at sector " + unsigned(entry.first()) + ", before the first usable "
                            + header.firstUsable());
        } else if (entry.last() > header.lastUsable() || entry.last() < 0) {
            flaw(
                    number,
                    40,
                    "ends at sector " + unsigned(entry.last()) + ", behind the last usable " + header.lastUsable());
        } else if (entry.last() < entry.first()) {
            flaw(number, 40, "ends at sector " + entry.last() + ", before it starts at " + entry.first());
        }
    }

    private static String unsigned(long sector) {
        return Long.toUnsignedString(sector);
    }

    private void checkId(int number, Guid id, Map<Guid, Integer> numbers) {
        Integer known = numbers.putIfAbsent(id, number);
        if (known != null) {
            flaw(number, 16, "has the id of partition " + known);
        }
    }

    private void collide(Partition one, Partition other) {
        flaw(other.number(), 32, "shares sectors with partition " + one.number());
    }

    private void flaw(int number, int field, String reason) {
        long offset = start + (number - 1) * header.entrySize() + field;
        flaws.add(new Flaw(structure, offset, "partition " + number + " " + reason));
    }
}
