package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;
import java.util.Arrays;

/**
 * How many of the 2^log cells of a table each symbol has; −1 stands for a single one at the table's end (RFC 8878,
 * section 4.1.1).
 *
 * <pre>
 * 4 bits log − 5, then for each symbol 1 + its cells in as few bits as can hold what may still come;
 * behind a symbol without cells, 2 bits for how many more of those follow, once more if they are 3
 * </pre>
 */
final class Distribution {

    private static final int LEAST_LOG = 5;
    private static final int SYMBOLS_PER_CELL_SHIFT = 2;

    private final int log;
    private final int[] cells;

    Distribution(int log, int... cells) {
        this.log = log;
        this.cells = cells;
        if (Arrays.stream(cells).map(Math::abs).sum() != 1 << log) {
            throw new IllegalArgumentException("not 2^" + log + " cells: " + Arrays.toString(cells));
        }
    }

    /** Return the one that gives all cells to a symbol. */
    static Distribution ofOne(int symbol) {
        int[] cells = new int[symbol + 1];
        cells[symbol] = 1;
        return new Distribution(0, cells);
    }

    /** Return one that is near to how often symbols occur, which are two or more. */
    static Distribution ofFrequencies(int[] frequencies, int mostLog) {
        int total = Arrays.stream(frequencies).sum();
        int used = (int) Arrays.stream(frequencies).filter(each -> each > 0).count();
        int useful = Math.max(Logarithm.highestBit(total) - SYMBOLS_PER_CELL_SHIFT + 1, Logarithm.highestBit(used) + 2);
        int log = Math.max(LEAST_LOG, Math.min(mostLog, useful));
        int[] cells = Arrays.copyOf(frequencies, last(frequencies) + 1);
        int left = 1 << log;
        for (int symbol = 0; symbol < cells.length; symbol++) {
            if (frequencies[symbol] > 0) {
                cells[symbol] = Math.max(1, (int) (((long) frequencies[symbol] << log) / total));
                left -= cells[symbol];
            }
        }
        for (; left > 0; left--) {
            cells[neediest(frequencies, cells)]++;
        }
        for (; left < 0; left++) {
            cells[richest(frequencies, cells)]--;
        }
        return new Distribution(log, cells);
    }

    private static int last(int[] frequencies) {
        int last = frequencies.length - 1;
        while (frequencies[last] == 0) {
            last--;
        }
        return last;
    }

    /** Return the symbol that gains most by another cell. */
    private static int neediest(int[] frequencies, int[] cells) {
        int best = 0;
        for (int symbol = 1; symbol < cells.length; symbol++) {
            if ((long) frequencies[symbol] * (2 * cells[best] + 1)
                    > (long) frequencies[best] * (2 * cells[symbol] + 1)) {
                best = symbol;
            }
        }
        return best;
    }

    /** Return the symbol that loses least by giving a cell away, of those with more than one. */
    private static int richest(int[] frequencies, int[] cells) {
        int best = -1;
        for (int symbol = 0; symbol < cells.length; symbol++) {
            if (cells[symbol] > 1
                    && (best < 0
                            || (long) frequencies[symbol] * (2 * cells[best] - 1)
                                    < (long) frequencies[best] * (2 * cells[symbol] - 1))) {
                best = symbol;
            }
        }
        return best;
    }

    int log() {
        return log;
    }

    int symbols() {
        return cells.length;
    }

    /** Return how many cells a symbol has, or −1. */
    int cells(int symbol) {
        return cells[symbol];
    }

    /** Return about how many bits symbols with these frequencies take. */
    long cost(int[] frequencies) {
        long cost = 0;
        for (int symbol = 0; symbol < cells.length; symbol++) {
            if (frequencies[symbol] > 0) {
                cost += (long) frequencies[symbol] * (log * Logarithm.ONE - Logarithm.of(Math.abs(cells[symbol])));
            }
        }
        return cost / Logarithm.ONE;
    }

    void writeTo(BitWriter bits) {
        bits.put(log - LEAST_LOG, 4);
        int left = 1 << log;
        for (int symbol = 0; symbol < cells.length; symbol++) {
            putNumber(bits, cells[symbol] + 1, left + 1);
            left -= Math.abs(cells[symbol]);
            if (cells[symbol] == 0) {
                symbol += putZeros(bits, symbol + 1);
            }
        }
        bits.align();
    }

    /** The numbers that are left over when a bit more is needed for some take one bit less. */
    private static void putNumber(BitWriter bits, int number, int most) {
        int width = Logarithm.highestBit(most);
        int shorter = (2 << width) - 1 - most;
        if (number < shorter) {
            bits.put(number, width);
        } else {
            bits.put(number < 1 << width ? number : number + shorter, width + 1);
        }
    }

    private int putZeros(BitWriter bits, int from) {
        int count = 0;
        while (cells[from + count] == 0) {
            count++;
        }
        int left = count;
        for (; left >= 3; left -= 3) {
            bits.put(3, 2);
        }
        bits.put(left, 2);
        return count;
    }
}
