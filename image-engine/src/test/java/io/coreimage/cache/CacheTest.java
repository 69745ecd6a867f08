package io.coreimage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T08:00:00Z");
    private static final byte[] CONTENT = "example snap bytes\n".getBytes(StandardCharsets.UTF_8);
    private static final Wanted WANTED = wanted(CONTENT);

    @TempDir
    private Path folder;

    @Test
    void whatWasFetchedIsFoundByItsDigest() throws IOException {
        try (Cache cache = open()) {
            assertThat(cache.find(WANTED)).isEmpty();
            assertThat(cache.obtain(WANTED, new Pouring(CONTENT)).readAll()).isEqualTo(CONTENT);
        }
        try (Cache later = open()) {
            assertThat(later.find(WANTED).orElseThrow().readAll()).isEqualTo(CONTENT);
        }
    }

    @Test
    void onlyTheOwnerMaySeeAnything() throws IOException {
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
        }
        assertThat(permissions(root())).isEqualTo("rwx------");
        assertThat(permissions(blob())).isEqualTo("r--------");
    }

    @Test
    void aFileIsFetchedOnceByAllThreads() throws Exception {
        AtomicInteger poured = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<byte[]>> found = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Callable<byte[]> task = () -> {
                start.await();
                try (Cache own = open()) {
                    return own.obtain(WANTED, new Pouring(CONTENT, poured)).readAll();
                }
            };
            found.add(threads.submit(task));
        }
        start.countDown();
        for (Future<byte[]> each : found) {
            assertThat(each.get()).isEqualTo(CONTENT);
        }
        threads.shutdown();
        assertThat(poured).hasValue(1);
    }

    @Test
    void whatAnInterruptedFetchLeftIsNotFetchedAgain() throws IOException {
        try (Cache cache = open()) {
            assertThatThrownBy(() -> cache.obtain(WANTED, new Breaking(12))).isInstanceOf(FaultException.class);
            assertThat(cache.find(WANTED)).isEmpty();
        }
        Pouring rest = new Pouring(CONTENT);
        try (Cache cache = open()) {
            assertThat(cache.obtain(WANTED, rest).readAll()).isEqualTo(CONTENT);
        }
        assertThat(rest.starts).containsExactly(12L);
    }

    @Test
    void leftoversOfOtherBytesAreFetchedFromTheStart() throws IOException {
        try (Cache cache = open()) {
            assertThatThrownBy(() -> cache.obtain(WANTED, new Breaking(5, (byte) 'x')));
            Pouring rest = new Pouring(CONTENT);
            assertThat(cache.obtain(WANTED, rest).readAll()).isEqualTo(CONTENT);
            assertThat(rest.starts).containsExactly(5L, 0L);
        }
    }

    @Test
    void otherBytesNeverGetIn() throws IOException {
        byte[] other = "another snap bytes\n".getBytes(StandardCharsets.UTF_8);
        try (Cache cache = open()) {
            assertThatThrownBy(() -> cache.obtain(WANTED, new Pouring(other)))
                    .isInstanceOf(FaultException.class)
                    .hasMessage("cannot fetch \"app1\": the bytes from a test have the digest "
                            + wanted(other).digest() + ", not " + WANTED.digest());
            assertThat(cache.find(WANTED)).isEmpty();
            assertThat(cache.obtain(WANTED, new Pouring(CONTENT)).readAll()).isEqualTo(CONTENT);
        }
    }

    @Test
    void moreBytesThanExpectedAreNotTakenIn() {
        try (Cache cache = open()) {
            assertThatThrownBy(() -> cache.obtain(WANTED, new Pouring(new byte[100])))
                    .hasMessage("cannot fetch \"app1\": more than its 19 bytes came");
        }
    }

    @Test
    void aSizeThatDoesNotBelongToTheDigestIsRefused() {
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
            Wanted wrong = new Wanted("app1", WANTED.digest(), Size.ofBytes(20));
            assertThatThrownBy(() -> cache.find(wrong))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("cannot use \"app1\": the file with its digest has 19 bytes, not 20");
        }
    }

    @Test
    void aBlobThatChangedOnDiskIsFetchedAgain() throws IOException {
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
        }
        overwrite("EXAMPLE snap bytes\n");
        try (Cache cache = open()) {
            assertThat(cache.find(WANTED)).isEmpty();
            assertThat(blob()).doesNotExist();
            assertThat(cache.obtain(WANTED, new Pouring(CONTENT)).readAll()).isEqualTo(CONTENT);
        }
    }

    @Test
    void aBlobThatIsReplacedDuringABuildIsCheckedAgain() throws IOException {
        try (Cache cache = open()) {
            ByteSource before = cache.obtain(WANTED, new Pouring(CONTENT));
            overwrite("EXAMPLE snap bytes\n");
            assertThat(cache.find(WANTED)).isEmpty();
            assertThat(before.size()).isEqualTo(19);
        }
    }

    @Test
    void whatWasHandedOutStaysReadableWhenTheNameIsGone() throws IOException {
        try (Cache cache = open()) {
            ByteSource source = cache.obtain(WANTED, new Pouring(CONTENT));
            Files.delete(blob());
            assertThat(source.readAll()).isEqualTo(CONTENT);
            assertThat(source.slice(8, 4).readAll()).isEqualTo("snap".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aStampIsNotBelievedWhereOthersMayWrite() throws IOException {
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
        }
        Files.writeString(root().resolve("stamps").resolve(WANTED.digest().hex()), "forged");
        Files.setPosixFilePermissions(blob().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        overwrite("EXAMPLE snap bytes\n");
        forgeStamp();
        try (Cache cache = open()) {
            assertThat(cache.find(WANTED)).isEmpty();
        }
    }

    @Test
    void aTrueStampSparesTheReading() throws IOException {
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
        }
        overwrite("EXAMPLE snap bytes\n");
        forgeStamp();
        try (Cache cache = open()) {
            // Only the owner could do this, and only to himself: the reading is what is being saved.
            assertThat(cache.find(WANTED)).isPresent();
        }
    }

    @Test
    void untouchedIsOnlyWhatIsThereAndLooksAsWhenItWasProven() throws IOException {
        try (Cache cache = open()) {
            assertThat(cache.hasUntouched(List.of(WANTED.digest()))).isFalse();
            cache.obtain(WANTED, new Pouring(CONTENT));
            assertThat(cache.hasUntouched(List.of(WANTED.digest()))).isTrue();
            Digest absent = wanted(new byte[] {1}).digest();
            assertThat(cache.hasUntouched(List.of(WANTED.digest(), absent))).isFalse();
        }
        overwrite("EXAMPLE snap bytes\n");
        try (Cache cache = open()) {
            assertThat(cache.hasUntouched(List.of(WANTED.digest()))).isFalse();
        }
    }

    @Test
    void nothingIsUntouchedWhereOthersMayWrite() throws IOException {
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
        }
        Files.setPosixFilePermissions(blob().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Cache cache = open()) {
            assertThat(cache.hasUntouched(List.of(WANTED.digest()))).isFalse();
        }
    }

    @Test
    void whatIsFoundUntouchedCountsAsUsed() {
        try (Cache cache = Cache.open(root(), MONDAY)) {
            cache.obtain(WANTED, new Pouring(CONTENT));
        }
        try (Cache cache = Cache.open(root(), TUESDAY)) {
            assertThat(cache.hasUntouched(List.of(WANTED.digest()))).isTrue();
            assertThat(cache.stock().prune(TUESDAY)).isEmpty();
        }
    }

    @Test
    void listedIsWhatIsThereWithItsLastUse() {
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
            assertThat(cache.stock().list()).containsExactly(new CachedBlob(WANTED.digest(), WANTED.size(), MONDAY));
        }
        try (Cache later = Cache.open(root(), TUESDAY)) {
            assertThat(later.find(WANTED)).isPresent();
            assertThat(later.stock().list()).extracting(CachedBlob::lastUsed).containsExactly(TUESDAY);
        }
    }

    @Test
    void verifyThrowsAwayWhatIsBroken() throws IOException {
        byte[] other = "other".getBytes(StandardCharsets.UTF_8);
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
            cache.obtain(wanted(other), new Pouring(other));
            assertThat(cache.stock().verify()).isEmpty();
            overwrite("EXAMPLE snap bytes\n");
            forgeStamp();
            assertThat(cache.stock().verify()).extracting(CachedBlob::digest).containsExactly(WANTED.digest());
            assertThat(cache.stock().list()).hasSize(1);
        }
    }

    @Test
    void pruneThrowsAwayWhatNobodyUsedSince() throws IOException {
        try (Cache cache = open()) {
            cache.obtain(WANTED, new Pouring(CONTENT));
            assertThat(cache.stock().prune(MONDAY)).isEmpty();
            assertThat(cache.stock().prune(TUESDAY)).hasSize(1);
            assertThat(cache.stock().list()).isEmpty();
        }
    }

    @Test
    void pruneThrowsAwayOldLeftoversButNotWhatSomebodyIsFetching() throws IOException {
        Instant farFuture = Instant.parse("2200-01-01T00:00:00Z");
        Path partial = root().resolve("partial").resolve(WANTED.digest().hex());
        try (Cache cache = open()) {
            assertThatThrownBy(() -> cache.obtain(WANTED, new Breaking(12)));
            assertThat(partial).exists();
            cache.obtain(WANTED, new Pouring(CONTENT) {
                @Override
                public void pour(Intake intake) throws IOException {
                    cache.stock().prune(farFuture);
                    assertThat(partial).exists();
                    super.pour(intake);
                }
            });
            assertThatThrownBy(() -> cache.obtain(wanted(new byte[9]), new Breaking(2)));
            cache.stock().prune(farFuture);
            assertThat(root().resolve("partial")).isEmptyDirectory();
        }
    }

    @Test
    void assertionsAreKeptByWhatTheyAreAbout() {
        byte[] text = "type: account\n".getBytes(StandardCharsets.UTF_8);
        byte[] newer = "type: account\nrevision: 1\n".getBytes(StandardCharsets.UTF_8);
        try (Cache cache = open()) {
            KeptTexts kept = cache.assertions();
            kept.keep("account", List.of("../../etc/passwd"), text);
            kept.keep("account", List.of("x".repeat(500)), text);
            kept.keep("account", List.of("canonical"), text);
            kept.keep("account", List.of("canonical"), newer);
            assertThat(kept.find("account", List.of("canonical"))).contains(newer);
            assertThat(kept.find("account", List.of("../../etc/passwd"))).contains(text);
            assertThat(kept.find("account", List.of("x".repeat(500)))).contains(text);
            assertThat(kept.find("account", List.of("nobody"))).isEmpty();
            assertThat(cache.offers().find("account", List.of("canonical"))).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Cache.open(file.resolve("cache"), MONDAY))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("cannot open cache \"" + file.resolve("cache") + "\": ");
    }

    private Cache open() {
        return Cache.open(root(), MONDAY);
    }

    private Path root() {
        return folder.resolve("cache");
    }

    private Path blob() {
        String hex = WANTED.digest().hex();
        return root().resolve("blobs").resolve(hex.substring(0, 2)).resolve(hex);
    }

    private void overwrite(String text) throws IOException {
        Files.delete(blob());
        Files.writeString(blob(), text);
        Files.setPosixFilePermissions(blob(), PosixFilePermissions.fromString("r--------"));
    }

    private void forgeStamp() throws IOException {
        Files.writeString(
                root().resolve("stamps").resolve(WANTED.digest().hex()),
                Stamp.of(blob()).orElseThrow().text());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Wanted wanted(byte[] content) {
        return new Wanted("app1", Digest.compute(Digest.Algorithm.SHA3_384, content), Size.ofBytes(content.length));
    }

    /** Gives all the missing bytes and remembers where it was asked to start. */
    private static class Pouring implements Supply {

        private final byte[] content;
        private final AtomicInteger count;
        final List<Long> starts = new ArrayList<>();

        Pouring(byte[] content) {
            this(content, new AtomicInteger());
        }

        Pouring(byte[] content, AtomicInteger count) {
            this.content = content;
            this.count = count;
        }

        @Override
        public void pour(Intake intake) throws IOException {
            count.incrementAndGet();
            starts.add(intake.received());
            intake.write(ByteBuffer.wrap(content).position((int) intake.received()));
        }

        @Override
        public String origin() {
            return "a test";
        }
    }

    /** Gives a few bytes and breaks. */
    private record Breaking(int bytes, byte each) implements Supply {

        Breaking(int bytes) {
            this(bytes, (byte) 0);
        }

        @Override
        public void pour(Intake intake) throws IOException {
            for (int i = 0; i < bytes; i++) {
                intake.write(ByteBuffer.wrap(new byte[] {each == 0 ? CONTENT[i] : each}));
            }
            throw new FaultException("cannot go on", null);
        }

        @Override
        public String origin() {
            return "a test";
        }
    }
}
