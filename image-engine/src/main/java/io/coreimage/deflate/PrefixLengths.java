package io.coreimage.deflate;

import java.util.Arrays;

/** How long the codes of a prefix code are, by the frequency of its symbols, with none longer than a limit. */
public final class PrefixLengths {

    private PrefixLengths() {}

    /** Return a length for each symbol, 0 for one that does not occur; a complete code if two or more occur. */
    public static int[] ofFrequencies(int[] frequencies, int limit) {
        long[] used = sortedByFrequency(frequencies);
        int[] lengths = new int[frequencies.length];
        if (used.length == 1) {
            lengths[symbol(used[0])] = 1;
        } else if (used.length > 1) {
            int[] counts = limited(depthCounts(used), limit);
            int next = used.length;
            for (int length = 1; length <= limit; length++) {
                for (int i = 0; i < counts[length]; i++) {
                    lengths[symbol(used[--next])] = length;
                }
            }
        }
        return lengths;
    }

    /** Return frequency and symbol as one number each, rarest first; symbols decide among equals. */
    private static long[] sortedByFrequency(int[] frequencies) {
        long[] used = new long[frequencies.length];
        int count = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                used[count++] = (long) frequencies[symbol] << 32 | symbol;
            }
        }
        used = Arrays.copyOf(used, count);
        Arrays.sort(used);
        return used;
    }

    private static int symbol(long frequencyAndSymbol) {
        return (int) frequencyAndSymbol;
    }

    /** Return how many leaves of the Huffman tree are at each depth, merging the two rarest nodes until one is left. */
    private static int[] depthCounts(long[] used) {
        int leaves = used.length;
        long[] weight = new long[2 * leaves - 1];
        int[] parent = new int[2 * leaves - 1];
        for (int i = 0; i < leaves; i++) {
            weight[i] = used[i] >>> 32;
        }
        int leaf = 0;
        int inner = leaves;
        for (int next = leaves; next < weight.length; next++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < leaves && (inner == next || weight[leaf] <= weight[inner]);
                int taken = takeLeaf ? leaf++ : inner++;
                weight[next] += weight[taken];
                parent[taken] = next;
            }
        }
        int[] depth = new int[weight.length];
        int[] counts = new int[leaves + 1];
        for (int i = weight.length - 2; i >= 0; i--) {
            depth[i] = depth[parent[i]] + 1;
            if (i < leaves) {
                counts[depth[i]]++;
            }
        }
        return counts;
    }

    /** Move leaves that are too deep up to the limit, and push others down until the code is complete again. */
    private static int[] limited(int[] counts, int limit) {
        int[] result = Arrays.copyOf(counts, Math.max(counts.length, limit + 1));
        for (int depth = limit + 1; depth < result.length; depth++) {
            result[limit] += result[depth];
            result[depth] = 0;
        }
        long total = 0;
        for (int depth = 1; depth <= limit; depth++) {
            total += (long) result[depth] << (limit - depth);
        }
        for (; total > 1L << limit; total--) {
            int depth = limit - 1;
            while (result[depth] == 0) {
                depth--;
            }
            result[limit]--;
            result[depth]--;
            result[depth + 1] += 2;
        }
        return result;
    }
}
