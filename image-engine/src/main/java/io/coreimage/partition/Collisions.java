package io.coreimage.partition;

import io.coreimage.bytes.Guid;
import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Partitions that cannot stand beside each other. */
final class Collisions {

    private Collisions() {}

    /** Refuse two partitions with one number or one sector. */
    static void refuse(List<? extends Partition> partitions) {
        eachPair(partitions, (one, other) -> {
            throw new RefusedException("cannot plan partitions " + describe(one) + " and " + describe(other)
                    + ": both have sector " + other.first());
        });
        Map<Integer, Partition> byNumber = new HashMap<>();
        for (Partition each : partitions) {
            if (byNumber.put(each.number(), each) != null) {
                throw new RefusedException("cannot plan partition " + describe(each) + ": its number is used twice");
            }
        }
    }

    /** Refuse two partitions of the same unique GUID. */
    static void refuseSameIds(List<GptPartition> partitions) {
        Map<Guid, GptPartition> byId = new HashMap<>();
        for (GptPartition each : partitions) {
            GptPartition known = byId.putIfAbsent(each.id(), each);
            if (known != null) {
                throw new RefusedException("cannot plan partitions " + describe(known) + " and " + describe(each)
                        + ": both have the id " + each.id());
            }
        }
    }

    /**
     * Call back for each partition that starts inside others, after the one of those that reaches furthest: a long one may
     * hold several that do not touch each other.
     */
    static void eachPair(List<? extends Partition> partitions, BiConsumer<Partition, Partition> found) {
        List<Partition> sorted = new ArrayList<>(partitions);
        sorted.sort(Comparator.comparing(Partition::first).thenComparing(Partition::number));
        Partition furthest = null;
        for (Partition each : sorted) {
            if (furthest != null && each.first().number() < furthest.end()) {
                found.accept(furthest, each);
            }
            furthest = furthest == null || each.end() > furthest.end() ? each : furthest;
        }
    }

    private static String describe(Partition partition) {
        return partition.name().isEmpty()
                ? String.valueOf(partition.number())
                : partition.number() + " (\"" + partition.name() + "\")";
    }
}
