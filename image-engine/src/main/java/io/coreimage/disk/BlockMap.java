package io.coreimage.disk;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bmaptool} needs to write an image without its holes, and to check what it wrote: the blocks that matter, with
 * a digest of each range (format 2.0).
 *
 * <p>Every block that an extent of the plan touches is in it, zeros too: a file has a hole there, but a card that was used
 * before has not, and a file system relies on them. What no extent covers may hold anything.
 * @param imageSize the size of the image
 * @param ranges the ranges in the order of the disk
 */
public record BlockMap(long imageSize, List<Range> ranges) {

    private static final long BLOCK = 4096;

    /** The longest range: its digest is one thread's work, and what is wrong in an image is found that closely. */
    private static final long MAX_RANGE = 64L << 20;

    private static final String NO_DIGEST = "0".repeat(2 * Digest.Algorithm.SHA_256.length());

    public BlockMap {
        ranges = List.copyOf(ranges);
    }

    /**
     * Some blocks one after the other.
     * @param first the number of the first block
     * @param last the number of the last one
     * @param digest the SHA-256 of their bytes, as far as the image goes
     */
    public record Range(long first, long last, Digest digest) {}

    /** Make the map of a disk that somebody else writes, with some threads for its sums. */
    public static BlockMap of(DiskPlan plan, int threads) throws IOException {
        WriteOptions mapOnly = WriteOptions.DEFAULT.withThreads(threads).withBlockMap();
        try (SumsBeside sums = SumsBeside.start(plan, mapOnly)) {
            return sums.finish().blockMap().orElseThrow();
        }
    }

    /** Return what of a disk has to be written, in whole blocks and in pieces of at most {@link #MAX_RANGE}. */
    static List<ByteRange> mapped(DiskPlan plan) {
        List<ByteRange> blocks = new ArrayList<>();
        long from = 0;
        long end = 0;
        for (Extent extent : plan.extents()) {
            long start = extent.offset() / BLOCK * BLOCK;
            if (start > end) {
                split(from, end, blocks);
                from = start;
            }
            end = Math.min((extent.end() + BLOCK - 1) / BLOCK * BLOCK, plan.size());
        }
        split(from, end, blocks);
        return blocks;
    }

    private static void split(long from, long end, List<ByteRange> blocks) {
        for (long start = from; start < end; start += MAX_RANGE) {
            blocks.add(new ByteRange(start, Math.min(MAX_RANGE, end - start)));
        }
    }

    /** Return a range of whole blocks with its sum. */
    static Range sum(ByteSource disk, ByteRange range) throws IOException {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        disk.copyTo(range.from(), range.count(), hasher);
        return new Range(range.from() / BLOCK, (range.end() - 1) / BLOCK, hasher.finish());
    }

    /** Return how many blocks have to be written. */
    public long mappedBlocks() {
        return ranges.stream().mapToLong(each -> each.last() - each.first() + 1).sum();
    }

    /** Return the map as {@code bmaptool} reads it. */
    public String toXml() {
        String unsigned = toXml(NO_DIGEST);
        return toXml(Digest.compute(Digest.Algorithm.SHA_256, unsigned).hex());
    }

    private String toXml(String digest) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" ?>\n<bmap version=\"2.0\">\n");
        element(xml, "ImageSize", imageSize);
        element(xml, "BlockSize", BLOCK);
        element(xml, "BlocksCount", (imageSize + BLOCK - 1) / BLOCK);
        element(xml, "MappedBlocksCount", mappedBlocks());
        element(xml, "ChecksumType", "sha256");
        element(xml, "BmapFileChecksum", digest);
        xml.append("    <BlockMap>\n");
        for (Range range : ranges) {
            String blocks = range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last();
            xml.append(String.format(
                    Locale.ROOT,
                    "        <Range chksum=\"%s\"> %s </Range>\n",
                    range.digest().hex(),
                    blocks));
        }
        return xml.append("    </BlockMap>\n</bmap>\n").toString();
    }

    private static void element(StringBuilder xml, String name, Object value) {
        xml.append(String.format(Locale.ROOT, "    <%s> %s </%s>\n", name, value, name));
    }
}
