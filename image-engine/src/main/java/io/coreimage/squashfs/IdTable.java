package io.coreimage.squashfs;

import io.coreimage.problem.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The owners and groups of an image, each once, in the order in which they come up. */
final class IdTable {

    private static final int MOST = 65535;

    private final Map<Long, Integer> indexes = new LinkedHashMap<>();

    int index(long id) {
        if (id < 0 || id > Unsigned.NONE_32) {
            throw new RefusedException("cannot write a squashfs: owner " + id + " has more than 32 bits");
        }
        Integer known = indexes.putIfAbsent(id, indexes.size());
        if (indexes.size() > MOST) {
            throw new RefusedException("cannot write a squashfs: more than " + MOST + " owners and groups");
        }
        return known == null ? indexes.size() - 1 : known;
    }

    int size() {
        return indexes.size();
    }

    long[] ids() {
        return indexes.keySet().stream().mapToLong(Long::longValue).toArray();
    }
}
