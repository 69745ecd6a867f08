package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;

/**
 * A finite state entropy code (RFC 8878, section 4.1): a state is a cell of the table plus the table's size, and a
 * symbol is written from the last to the first, by going to a cell of its own and putting the bits that lead back.
 */
final class FseTable {

    private final int log;
    private final int[] cells;
    private final int[] mostBits;
    private final int[] firstCell;

    /** The cells of each symbol, in order, one symbol behind the other; each as the state that it is. */
    private final int[] states;

    FseTable(Distribution distribution) {
        log = distribution.log();
        cells = new int[distribution.symbols()];
        mostBits = new int[cells.length];
        firstCell = new int[cells.length];
        states = new int[1 << log];
        for (int symbol = 0, first = 0; symbol < cells.length; symbol++) {
            cells[symbol] = Math.abs(distribution.cells(symbol));
            mostBits[symbol] = cells[symbol] == 0 ? 0 : log - Logarithm.highestBit(cells[symbol]);
            firstCell[symbol] = first;
            first += cells[symbol];
        }
        collectStates(spread(distribution));
    }

    /** Return which symbol each cell of the table has. */
    private int[] spread(Distribution distribution) {
        int size = 1 << log;
        int[] symbols = new int[size];
        int end = size;
        for (int symbol = 0; symbol < cells.length; symbol++) {
            if (distribution.cells(symbol) < 0) {
                symbols[--end] = symbol;
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int place = 0;
        for (int symbol = 0; symbol < cells.length; symbol++) {
            for (int i = 0; i < distribution.cells(symbol); i++) {
                symbols[place] = symbol;
                do {
                    place = (place + step) & (size - 1);
                } while (place >= end);
            }
        }
        return symbols;
    }

    private void collectStates(int[] symbols) {
        int[] next = firstCell.clone();
        for (int cell = 0; cell < symbols.length; cell++) {
            states[next[symbols[cell]]++] = symbols.length + cell;
        }
    }

    /** Return the state that holds the last symbol, one that more bits lead out of. */
    int last(int symbol) {
        return states[firstCell[symbol]];
    }

    /** Put the bits that lead from a state with this symbol to a given one, and return it. */
    int put(int symbol, int state, BitWriter bits) {
        int count = mostBits[symbol];
        if (state >> count < cells[symbol]) {
            count--;
        }
        bits.put(state & (1 << count) - 1, count);
        return states[firstCell[symbol] + (state >> count) - cells[symbol]];
    }

    /** Put the state that the decoder begins with. */
    void putFirst(int state, BitWriter bits) {
        bits.put(state - (1 << log), log);
    }
}
