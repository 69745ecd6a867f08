package io.coreimage.disk;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a disk, a partition or a file system consists of: extents, sorted and without overlap, in a known size.
 *
 * <pre>
 * 0         ┌ extent ┐      ┌ extent ┐┌ extent ┐             size
 * ├─────────┴────────┴──────┴────────┴┴────────┴──────────────┤
 *   hole                hole                       hole
 * </pre>
 *
 * <p>What no extent covers is zero, and stays a hole. Plans are values: two are equal when they describe the same bytes
 * by the same sources. A plan for a partition is placed into the plan for a disk with {@link Builder#place}.
 */
public final class DiskPlan {

    private final long size;
    private final List<Extent> extents;

    private DiskPlan(long size, List<Extent> extents) {
        this.size = size;
        this.extents = extents;
    }

    /** Start a plan of the given size in bytes. */
    public static Builder builder(long size) {
        return new Builder(size);
    }

    /** Return a plan that holds one source and nothing else. */
    public static DiskPlan of(ByteSource source) {
        return builder(source.size()).put(0, source).build();
    }

    /** Return the size in bytes. */
    public long size() {
        return size;
    }

    /** Return the extents in the order of their offsets. */
    public List<Extent> extents() {
        return extents;
    }

    /** Return how many bytes the extents cover. */
    public long mappedSize() {
        return extents.stream().mapToLong(each -> each.source().size()).sum();
    }

    /** Return the digest of the whole disk; every byte is read for it, so ask for it only where somebody wants it. */
    public Digest digest(Digest.Algorithm algorithm) throws IOException {
        Hasher hasher = algorithm.newHasher();
        asSource().copyTo(0, size, hasher);
        return hasher.finish();
    }

    /** Return all as one source, holes included, for a file system inside another or a digest of the whole. */
    public ByteSource asSource() {
        List<ByteSource> parts = new ArrayList<>();
        long position = 0;
        for (Extent extent : extents) {
            addHole(parts, position, extent.offset());
            parts.add(extent.source());
            position = extent.end();
        }
        addHole(parts, position, size);
        return ByteSource.concat(parts);
    }

    private static void addHole(List<ByteSource> parts, long from, long to) {
        if (from < to) {
            parts.add(ByteSource.zeros(to - from));
        }
    }

    /** Return this plan with some bytes written over whatever was there: a boot sector's pointer, for one. */
    public DiskPlan overwrittenAt(long offset, ByteSource source) {
        Extent patch = new Extent(offset, source);
        Builder patched = builder(size);
        for (Extent extent : extents) {
            patched.putPart(extent, extent.offset(), Math.min(extent.end(), patch.offset()));
            patched.putPart(extent, Math.max(extent.offset(), patch.end()), extent.end());
        }
        return patched.put(offset, source).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiskPlan plan && plan.size == size && plan.extents.equals(extents);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + extents.hashCode();
    }

    /** Collects extents in any order; {@link #build} sorts them and refuses overlaps. */
    public static final class Builder {

        private final long size;
        private final List<Extent> extents = new ArrayList<>();

        private Builder(long size) {
            this.size = size;
        }

        public Builder put(long offset, ByteSource source) {
            if (source.size() > 0) {
                extents.add(new Extent(offset, source));
            }
            return this;
        }

        public Builder put(long offset, byte[] bytes) {
            return put(offset, ByteSource.of(bytes));
        }

        /** Put every extent of another plan, moved by an offset. */
        public Builder place(long offset, DiskPlan plan) {
            if (offset + plan.size > size) {
                throw new IllegalArgumentException(
                        "a plan of " + plan.size + " bytes at " + offset + " does not fit into " + size);
            }
            plan.extents.forEach(each -> extents.add(each.movedBy(offset)));
            return this;
        }

        private void putPart(Extent extent, long from, long to) {
            if (from < to) {
                extents.add(extent.between(from, to));
            }
        }

        public DiskPlan build() {
            List<Extent> sorted = new ArrayList<>(extents);
            sorted.sort(Comparator.comparingLong(Extent::offset));
            long end = 0;
            for (Extent extent : sorted) {
                if (extent.offset() < end) {
                    throw new IllegalArgumentException("extent at " + extent.offset() + " begins before " + end
                            + ", where the one before it ends");
                }
                end = extent.end();
            }
            if (end > size) {
                throw new IllegalArgumentException("extents end at " + end + ", behind the plan's " + size);
            }
            return new DiskPlan(size, List.copyOf(sorted));
        }
    }
}
