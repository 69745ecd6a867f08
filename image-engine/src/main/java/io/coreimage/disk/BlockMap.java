package io.coreimage.disk;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What {@code bmaptool} needs to write an image without its holes, and to check what it wrote: the blocks that are not a
 * hole, with a digest of each range (format 2.0).
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

    /** Make the map of an image that was written by a plan; the sums are computed on all cores. */
    public static BlockMap of(DiskPlan plan, Path image) {
        return of(plan, ByteSource.ofFile(image, plan.size()), "\"" + image + "\"");
    }

    /** Make the map of an image that nobody has to have written: the sums are those of the plan's own bytes. */
    public static BlockMap of(DiskPlan plan) {
        return of(plan, plan.asSource(), "what the image is made of");
    }

    private static BlockMap of(DiskPlan plan, ByteSource bytes, String name) {
        List<ByteRange> mapped = mapped(plan);
        try {
            Digest[] digests = new Digest[mapped.size()];
            IntStream.range(0, digests.length).parallel().forEach(i -> digests[i] = digest(bytes, mapped.get(i)));
            return new BlockMap(
                    plan.size(),
                    IntStream.range(0, digests.length)
                            .mapToObj(i -> range(mapped.get(i), digests[i]))
                            .toList());
        } catch (UncheckedIOException ex) {
            throw new FaultException("cannot read " + name + ": " + ex.getMessage(), ex);
        }
    }

    private static Range range(ByteRange range, Digest digest) {
        return new Range(range.from() / BLOCK, (range.end() - 1) / BLOCK, digest);
    }

    private static Digest digest(ByteSource bytes, ByteRange range) {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        try {
            bytes.copyTo(range.from(), range.count(), hasher);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex.getMessage(), ex);
        }
        return hasher.finish();
    }

    /** Return what of the image is no hole, in whole blocks and in pieces of at most {@link #MAX_RANGE}. */
    private static List<ByteRange> mapped(DiskPlan plan) {
        List<ByteRange> blocks = new ArrayList<>();
        long from = 0;
        long end = 0;
        for (Batch batch : Batch.of(plan)) {
            long start = batch.offset() / BLOCK * BLOCK;
            if (start > end) {
                split(from, end, blocks);
                from = start;
            }
            end = Math.min((batch.end() + BLOCK - 1) / BLOCK * BLOCK, plan.size());
        }
        split(from, end, blocks);
        return blocks;
    }

    private static void split(long from, long end, List<ByteRange> blocks) {
        for (long start = from; start < end; start += MAX_RANGE) {
            blocks.add(new ByteRange(start, Math.min(MAX_RANGE, end - start)));
        }
    }

    /** Return how many blocks are no hole. */
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
