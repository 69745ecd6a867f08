package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DosTimeTest {

    @ParameterizedTest
    @CsvSource({
        "315532800, 0x0000, 0x0021",
        "1600000000, 0x6354, 0x512d",
        "1700000000, 0xb1aa, 0x576e",
        "1700000001, 0xb1aa, 0x576e",
        "4354819198, 0xbf7d, 0xff9f",
        // too early and too late
        "0, 0x0000, 0x0021",
        "-99999999999, 0x0000, 0x0021",
        "4354819200, 0xbf7d, 0xff9f",
        "99999999999, 0xbf7d, 0xff9f"
    })
    void packsTimes(long unix, String time, String date) {
        assertThat(DosTime.of(Instant.ofEpochSecond(unix)))
                .isEqualTo(new DosTime(Integer.decode(time), Integer.decode(date)));
    }

    @Test
    void unpacksThem() {
        assertThat(new DosTime(0x6354, 0x512d).toInstant()).isEqualTo(Instant.ofEpochSecond(1600000000));
        assertThat(DosTime.LAST.toInstant()).isEqualTo("2107-12-31T23:59:58Z");
    }

    @Test
    void bringsWhatNoClockShowsToTheNearestTime() {
        assertThat(new DosTime(0, 0).toInstant()).isEqualTo("1980-01-01T00:00:00Z");
        assertThat(new DosTime(0xFFFF, 0xFFFF).toInstant()).isEqualTo("2107-12-31T23:59:58Z");
    }
}
