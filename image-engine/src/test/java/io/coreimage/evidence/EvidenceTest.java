package io.coreimage.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Digest;
import io.coreimage.cache.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of these would leave a stale image if evidence were believed too eagerly. */
class EvidenceTest {

    private static final Digest BLOB = Digest.compute(Digest.Algorithm.SHA3_384, "snap");
    private static final String LARGE = "large ".repeat(1 << 18);

    @TempDir
    private Path folder;

    private Path lock;
    private Path snap;
    private Path missing;
    private Path output;
    private Path file;
    private Instant written;
    private Optional<Instant> until = Optional.empty();

    @BeforeEach
    void theGoalSucceeded() throws IOException {
        lock = Files.writeString(folder.resolve("core-image.lock"), "lock");
        snap = Files.writeString(
                Files.createDirectories(folder.resolve("snaps")).resolve("app_1.snap"), LARGE);
        missing = folder.resolve("not-there");
        output = Files.writeString(folder.resolve("used.lock"), "lock");
        file = folder.resolve("evidence/fetch");
        written = Stamp.ofTarget(snap)
                .map(each -> Instant.ofEpochMilli(each.changed() / 1_000_000))
                .orElseThrow();
    }

    private Sighting sighting() throws IOException {
        return sighting("22/stable");
    }

    private Sighting sighting(String channel) throws IOException {
        return new Sighting()
                .value("channel", channel)
                .file(lock)
                .file(missing)
                .folder(folder.resolve("snaps"), ".snap");
    }

    /** A time at which all files have been at rest for long. */
    private Instant later() {
        return written.plus(Duration.ofHours(1));
    }

    private void keep(Instant seen) throws IOException {
        keep(sighting(), seen);
    }

    private void keep(Sighting sighting, Instant seen) throws IOException {
        sighting.look(seen).keep(file, outcome(), seen);
    }

    private Findings.Outcome outcome() {
        return new Findings.Outcome(
                lock,
                List.of(output),
                List.of(BLOB),
                until,
                "5 snaps\nare here",
                List.of("a \\ warning\r\nof two lines"));
    }

    private Optional<Evidence> holding(Sighting sighting) throws IOException {
        return Evidence.holding(file, sighting, later());
    }

    @Test
    void holdsWhileNothingChanges() throws IOException {
        keep(later());
        assertThat(holding(sighting()).orElseThrow())
                .returns(lock, Evidence::result)
                .returns(List.of(BLOB), Evidence::blobs)
                .returns("5 snaps\nare here", Evidence::sentence)
                .returns(List.of("a \\ warning\r\nof two lines"), Evidence::warnings);
    }

    @Test
    void doesNotHoldWithAnotherValue() throws IOException {
        keep(later());
        assertThat(holding(sighting("22/edge"))).isEmpty();
        assertThat(holding(sighting().value("snaps", ""))).isEmpty();
    }

    @Test
    void valuesDoNotRunTogether() {
        assertThat(new Sighting().value("a", "b1 c").values())
                .isNotEqualTo(new Sighting().value("a", "b").value("c", "").values());
    }

    @Test
    void doesNotHoldWhenAnInputHasOtherBytesOfTheSameLengthAndTime() throws IOException {
        keep(later());
        for (Path each : List.of(lock, snap)) {
            FileTime time = Files.getLastModifiedTime(each);
            String before = Files.readString(each);
            Files.writeString(each, before.toUpperCase(java.util.Locale.ROOT));
            Files.setLastModifiedTime(each, time);
            assertThat(holding(sighting())).isEmpty();
            Files.writeString(each, before);
        }
    }

    @Test
    void holdsWhenASmallFileWasOnlyTouched() throws IOException {
        keep(later());
        Files.setLastModifiedTime(lock, FileTime.fromMillis(1));
        assertThat(holding(sighting())).isPresent();
        Files.setLastModifiedTime(snap, FileTime.fromMillis(1));
        assertThat(holding(sighting()))
                .as("a large file is not read to find out")
                .isEmpty();
    }

    @Test
    void doesNotHoldWhenAnInputIsGoneOrAnotherAppeared() throws IOException {
        keep(later());
        Files.writeString(folder.resolve("snaps/app_2.snap"), "2");
        assertThat(holding(sighting())).isEmpty();
        Files.delete(folder.resolve("snaps/app_2.snap"));
        assertThat(holding(sighting())).isPresent();
        Files.writeString(missing, "now it is there");
        assertThat(holding(sighting())).isEmpty();
        Files.delete(missing);
        Files.delete(lock);
        assertThat(holding(sighting())).isEmpty();
    }

    @Test
    void doesNotHoldWhenALinkLeadsElsewhere() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), LARGE.replace('l', 'L'));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(snap));
        Path link = Files.createSymbolicLink(folder.resolve("link"), snap);
        keep(sighting().file(link), later());
        assertThat(holding(sighting().file(link))).isPresent();
        Files.delete(link);
        Files.createSymbolicLink(link, other);
        assertThat(holding(sighting().file(link))).isEmpty();
    }

    @Test
    void doesNotHoldWhenAnOutputIsGoneOrChanged() throws IOException {
        keep(later());
        Files.writeString(output, "LOCK");
        assertThat(holding(sighting())).isEmpty();
        Files.delete(output);
        assertThat(holding(sighting())).isEmpty();
    }

    /** Written twice within a tick of the file system's clock, it would look the same after both. */
    @Test
    void theStampOfAFileThatWasJustWrittenProvesNothing() throws IOException {
        keep(written);
        assertThat(file)
                .as("there is a large file, of which there is no digest")
                .doesNotExist();
        Files.delete(snap);
        keep(written);
        assertThat(Files.readString(file))
                .doesNotContain(Stamp.ofTarget(lock).orElseThrow().text().strip());
        assertThat(holding(sighting())).as("small files, by their digests").isPresent();
    }

    /** So that every later build finds it without reading a file. */
    @Test
    void whatHasComeToRestIsKnownByItsStampFromThenOn() throws IOException {
        Files.delete(snap);
        keep(written);
        String stamp = Stamp.ofTarget(lock).orElseThrow().text().strip();
        assertThat(Evidence.holding(file, sighting(), written.plusMillis(1))).isPresent();
        assertThat(file).content().doesNotContain(stamp);
        assertThat(holding(sighting())).isPresent();
        assertThat(file).content().contains(stamp);
        assertThat(holding(sighting())).isPresent();
        Files.writeString(lock, "LOCK");
        assertThat(holding(sighting())).isEmpty();
    }

    @Test
    void isNotKeptWhenAnInputChangedWhileTheGoalWorked() throws IOException {
        Findings findings = sighting().look(later());
        Files.writeString(lock, "LOCK");
        findings.keep(file, outcome(), later());
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatTheGoalWroteCountsAsItIsNow() throws IOException {
        Sighting before = sighting().file(output);
        Findings findings = before.look(later());
        Files.writeString(output, "written by the goal");
        findings.keep(file, outcome(), later());
        assertThat(holding(sighting().file(output))).isPresent();
        Files.writeString(output, "written by somebody");
        assertThat(holding(sighting().file(output))).isEmpty();
    }

    @Test
    void nothingIsConcludedFromWhatIsNotSeen() throws IOException {
        keep(sighting().unseen(), later());
        assertThat(file).doesNotExist();
        keep(later());
        assertThat(holding(sighting().unseen())).isEmpty();
        keep(sighting().file(folder.resolve("two\nlines")), later());
        assertThat(holding(sighting().file(folder.resolve("two\nlines")))).isEmpty();
    }

    @Test
    void doesNotHoldWhenAKeyHasEndedOrTheClockWasSetBack() throws IOException {
        until = Optional.of(later().plusSeconds(60));
        keep(later());
        assertThat(Evidence.holding(file, sighting(), later().plusSeconds(59))).isPresent();
        assertThat(Evidence.holding(file, sighting(), later().plusSeconds(60))).isEmpty();
        assertThat(Evidence.holding(file, sighting(), later().minusSeconds(1))).isEmpty();
    }

    @Test
    void ofSomebodyElsesFileTheStampProvesNothing() throws IOException {
        Trace trace = Trace.of(snap, later());
        int owner = Stamp.ofTarget(snap).orElseThrow().owner();
        assertThat(trace.isCurrent(Optional.of(owner))).isTrue();
        assertThat(trace.isCurrent(Optional.of(owner + 1))).isFalse();
        assertThat(Trace.of(lock, later()).isCurrent(Optional.of(owner + 1)))
                .as("a small file is read instead")
                .isTrue();
    }

    @Test
    void whatIsNoEvidenceIsAsGoodAsNone() throws IOException {
        assertThat(holding(sighting())).isEmpty();
        keep(later());
        String text = Files.readString(file);
        for (String broken : List.of(
                "",
                "something else\n",
                text.replace("evidence 1", "evidence 2"),
                text.replaceFirst("(?m)^values\t.*\n", ""),
                text.replaceFirst("(?m)^made\t.*", "made\tyesterday"),
                text.replaceFirst("(?m)^in\t.*", "in\tx"),
                text.replaceFirst("(?m)^blob\t.*", "blob\tx"),
                text.replaceFirst("(?m)^sentence\t.*", "sentence\t\\\\z"))) {
            Files.writeString(file, broken);
            assertThat(holding(sighting())).as(broken).isEmpty();
        }
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(holding(sighting())).isEmpty();
    }
}
