package io.coreimage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table in plain text: columns as wide as their widest cell, two blanks between them, no blanks at the end of a line.
 */
public final class TextTable {

    private static final String GAP = "  ";

    private final int columns;
    private final Set<Integer> toTheRight;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> headings, Set<Integer> toTheRight) {
        this.columns = headings.size();
        this.toTheRight = toTheRight;
        rows.add(headings);
    }

    /** Start a table with the given headings. */
    public static TextTable of(String... headings) {
        return new TextTable(List.of(headings), Set.of());
    }

    /** Return this table, still without rows, with columns (counted from 0) aligned to the right, as numbers are. */
    public TextTable alignedRight(Integer... numbers) {
        return new TextTable(rows.get(0), Set.of(numbers));
    }

    /** Add a row with a cell for each column. */
    public TextTable row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells in a table of " + columns + " columns");
        }
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
        return this;
    }

    /** Return the lines, the headings first. */
    public List<String> lines() {
        int[] widths = new int[columns];
        rows.forEach(row -> widen(widths, row));
        return rows.stream().map(row -> line(widths, row)).toList();
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private String line(int[] widths, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : GAP).append(toTheRight.contains(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
