package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNamesTest {

    private static final Path MTOOLS = Path.of("src", "test", "resources", "filesystem.fat", "fat-names-mtools.txt");
    private static final Pattern ROW =
            Pattern.compile(" '(.{11})' attr (?:10|20) nt (\\d\\d) .*?(?: LFN '([^']*)' seq .*)?");

    /** A directory that mcopy filled: every name but those beyond ASCII, whose code page it knows and we do not use. */
    @Test
    void givesTheNamesOfMtools() throws IOException {
        Map<String, String> expected = new HashMap<>();
        ShortNames names = new ShortNames();
        for (String line : Files.readAllLines(MTOOLS)) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && line.chars().allMatch(each -> each < 128)) {
                String nt = row.group(2);
                ShortName name =
                        new ShortName(row.group(1).getBytes(StandardCharsets.US_ASCII), Integer.parseInt(nt, 16));
                expected.put(row.group(3) == null ? name.text() : row.group(3), row.group(1) + " " + nt);
            }
        }
        expected.keySet().forEach(names::take);
        List<String> sorted = expected.keySet().stream().sorted().toList();
        assertThat(sorted).hasSizeGreaterThan(38);
        for (String name : sorted) {
            ShortName made = names.of(name);
            String text = new String(made.toBytes(), StandardCharsets.US_ASCII);
            assertThat(text + String.format(Locale.ROOT, " %02x", made.caseBits()))
                    .as(name)
                    .isEqualTo(expected.get(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "README.TXT, README  TXT, 115",
        "bcm2711-rpi-4-b.dtb, BCM271~1DTB, 81",
        "core20_1234.snap, CORE20~1SNA, 90",
        "systems, SYSTEMS, 221",
        "BOOTX64.EFI, BOOTX64 EFI, 29"
    })
    void hasTheChecksumThatTiesLongNames(String name, String bytes, int checksum) {
        ShortName made = new ShortNames().of(name);
        assertThat(new String(made.toBytes(), StandardCharsets.US_ASCII).strip())
                .isEqualTo(bytes);
        assertThat(made.checksum()).isEqualTo(checksum);
    }

    @ParameterizedTest
    @CsvSource({
        "ünïcode.txt, _N_COD~1.TXT",
        "ı.txt, _~1.TXT",
        "💾.txt, _~1.TXT",
        "...,  ~1",
        ". a, A~1",
        "a.b.c.d, ABC~1.D",
        "x.toolong, X~1.TOO"
    })
    void replacesWhatAShortNameCannotHave(String name, String text) {
        assertThat(new ShortNames().of(name).text()).isEqualTo(text);
    }

    @Test
    void countsThroughThousandsOfNames() {
        ShortNames names = new ShortNames();
        Set<ShortName> made = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            made.add(names.of("same-start-" + i + ".json"));
        }
        assertThat(made)
                .hasSize(20_000)
                .extracting(ShortName::text)
                .contains("SAME-S~9.JSO", "SAM~1000.JSO", "SA~20000.JSO");
    }

    @Test
    void leavesTakenNamesAlone() {
        ShortNames names = new ShortNames();
        names.take("Longfi~1.sna");
        assertThat(names.of("longfilename.snap").text()).isEqualTo("LONGFI~2.SNA");
    }

    @Test
    void keepsTheCaseOfEachPart() {
        assertThat(new ShortNames().of("lower.TXT").text()).isEqualTo("lower.TXT");
        assertThat(new ShortNames().of("UPPER.txt").text()).isEqualTo("UPPER.txt");
        assertThat(ShortNames.isShort("Mixed.txt")).isFalse();
        assertThat(new ShortNames().of("Mixed.Txt").text()).isEqualTo("MIXED.TXT");
    }
}
