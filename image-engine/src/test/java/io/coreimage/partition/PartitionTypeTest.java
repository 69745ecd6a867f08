package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTypeTest {

    private static final String ESP = "C12A7328-F81F-11D2-BA4B-00A0C93EC93B";

    @Test
    void aHybridGivesEachTableItsPart() {
        PartitionType hybrid = PartitionType.parse("EF," + ESP);
        assertThat(hybrid.forMbr()).isEqualTo(PartitionType.ofMbr(0xEF)).hasToString("EF");
        assertThat(hybrid.forGpt()).hasToString(ESP);
        assertThat(hybrid).hasToString("EF," + ESP);
    }

    @Test
    void aGuidMayBeLowerCase() {
        assertThat(PartitionType.parse("c12a7328-f81f-11d2-ba4b-00a0c93ec93b")).hasToString(ESP);
    }

    @Test
    void aTableRefusesTheOtherTablesType() {
        assertThatThrownBy(() -> PartitionType.parse("0C").forGpt())
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use partition type \"0C\" in a GPT: it has no GUID");
        assertThatThrownBy(() -> PartitionType.parse(ESP).forMbr())
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use partition type \"" + ESP + "\" in an MBR: it has no two-digit type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0c", "C", "0C,", ",", "," + ESP, "0C" + ESP, "0C, " + ESP, ESP + ",0C", "bare", ESP + "\n"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> PartitionType.parse(text))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot read partition type \"" + text + "\": not a type of MBR or GPT");
    }
}
