package io.coreimage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndLinesEndWithoutBlanks() {
        TextTable table = TextTable.of("partition", "size", "name").alignedRight(1);
        table.row("1", "1 MiB", "BIOS Boot").row("2", "1200 MiB", "");
        assertThat(table.lines())
                .containsExactly(
                        "partition      size  name", //
                        "1             1 MiB  BIOS Boot",
                        "2          1200 MiB");
    }

    @Test
    void aRowNeedsACellForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTable.of("one", "two").row("1"))
                .withMessage("a row of 1 cells in a table of 2 columns");
    }
}
