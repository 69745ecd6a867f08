package io.coreimage.maven.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Size;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** What somebody sees who looks at the terminal. */
class ProgressLineTest {

    private static final long SECOND = 1_000_000_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now;

    private final ProgressLine line = new ProgressLine(terminal, () -> now, 80);

    /** Return what was printed since the last question. */
    private String printed() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }

    @Test
    void aFileIsShownWithNameRevisionSizeAndSpeed() {
        line.show("pc-kernel 1043", Size.ZERO, Size.ofMiB(300));
        assertThat(printed()).isEqualTo("\rpc-kernel 1043: 0 B of 300 MiB");
        now = 2 * SECOND;
        line.show("pc-kernel 1043", Size.ofMiB(90), Size.ofMiB(300));
        assertThat(printed()).isEqualTo("\rpc-kernel 1043: 90 MiB of 300 MiB, 45 MiB/s");
    }

    @Test
    void whatAnEarlierBuildLeftBehindIsNotSpeed() {
        line.show("core22 20", Size.ofMiB(70), Size.ofMiB(80));
        now = SECOND;
        line.show("core22 20", Size.ofMiB(75), Size.ofMiB(80));
        assertThat(printed()).endsWith("\rcore22 20: 75 MiB of 80 MiB, 5 MiB/s");
    }

    @Test
    void itIsNotDrawnMoreOftenThanSomebodyCanRead() {
        line.show("a 1", Size.ofBytes(1), Size.ofBytes(1000));
        printed();
        for (int i = 2; i < 500; i++) {
            now += SECOND / 10_000;
            line.show("a 1", Size.ofBytes(i), Size.ofBytes(1000));
        }
        assertThat(printed()).isEmpty();
    }

    @Test
    void manyFilesAreShownAsFarAsTheLineGoes() {
        for (String each : new String[] {"pc-kernel 1043", "core22 20", "hello 40", "snapd 30"}) {
            now += SECOND;
            line.show(each, Size.ofMiB(1), Size.ofMiB(300));
        }
        String last = printed().replaceFirst("(?s).*\r", "");
        assertThat(last.stripTrailing())
                .isEqualTo("pc-kernel 1043: 1 MiB of 300 MiB, core22 20: 1 MiB of 300 MiB, 2 more");
        assertThat(last).hasSizeLessThan(80);
    }

    @Test
    void aShorterTextCoversALongerOne() {
        line.show("pc-kernel 1043", Size.ofMiB(1), Size.ofMiB(300));
        now = SECOND;
        line.show("pc 10", Size.ofMiB(1), Size.ofMiB(2));
        now = 2 * SECOND;
        printed();
        line.show("pc-kernel 1043", Size.ofMiB(300), Size.ofMiB(300));
        assertThat(printed()).matches("\rpc 10: 1 MiB of 2 MiB, 149.5 MiB/s +");
    }

    @Test
    void messagesStandAboveTheLineAndAtTheEndNothingIsLeft() {
        line.show("a 1", Size.ofBytes(1), Size.ofBytes(10));
        printed();
        line.above(() -> terminal.print("[INFO] Fetched b 2\n"));
        assertThat(printed()).isEqualTo("\r" + " ".repeat(16) + "\r[INFO] Fetched b 2\n");
        now = SECOND;
        line.show("a 1", Size.ofBytes(5), Size.ofBytes(10));
        printed();
        line.clear();
        assertThat(printed()).isEqualTo("\r" + " ".repeat(23) + "\r");
        line.clear();
        assertThat(printed()).isEmpty();
    }

    @Test
    void whereNobodyLooksNothingIsDrawn() {
        try (LogEvents events = new LogEvents(new SystemStreamLog(), null)) {
            events.progress("a 1", Size.ofBytes(1), Size.ofBytes(10));
        }
        assertThat(printed()).isEmpty();
    }
}
