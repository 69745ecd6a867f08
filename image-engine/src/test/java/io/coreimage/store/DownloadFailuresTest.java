package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.testkit.Fault;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every way in which a download fails: its sentence, its next step, as many requests as it should take. */
class DownloadFailuresTest extends Failing {

    @Test
    void aFileThatIsGone() {
        server.failNext(FILE, Fault.status(404));
        refuses(
                this::download,
                1,
                "cannot download \"app1_7.snap\": " + file() + " answers with status 404",
                "Check the store's address; if it is right, the store's list and its files do not fit: run the build again"
                        + " later.");
    }

    @Test
    void aFileThatHasToBeBought() {
        server.failNext(FILE, Fault.status(402));
        refuses(
                this::download,
                1,
                "cannot download \"app1_7.snap\": it has to be bought first",
                "Buy it in the store with the account of the login, then run the build again.");
    }

    @Test
    void aFileThatWantsALogin() {
        server.failNext(FILE, Fault.status(401));
        refuses(
                this::download,
                1,
                "cannot download \"app1_7.snap\": " + file() + " rejects the login",
                "Log in with core-image:login.");
    }

    @Test
    void aFileServerThatIsDown() {
        server.failAlways(FILE, Fault.status(503));
        refuses(
                this::download,
                7,
                "cannot download \"app1_7.snap\": " + file() + ": it answers with status 503 (tried 7 times)",
                "The store is not available just now; https://status.snapcraft.io says more. What was fetched is kept, "
                        + "run the build again later.");
    }

    @Test
    void aCutFileIsFetchedInPieces() {
        server.failNext(FILE, Fault.cutAfter(5000), Fault.cutAfter(5000));
        download();
        assertThat(server.requests(FILE)).hasSize(3);
    }

    @Test
    void whatIsHereIsNotFetchedAgain() throws IOException {
        leave(5000);
        download();
        assertThat(server.requests(FILE))
                .extracting(each -> each.header("Range").orElse(""))
                .containsExactly("bytes=5000-");
    }

    /** Leave the beginning of the file, as a build does that is killed. */
    private void leave(int length) throws IOException {
        Path partial = folder().resolve("cache/partial")
                .resolve(Sample.download(server, CONTENT).digest().hex());
        Files.write(partial, Arrays.copyOf(CONTENT, length));
    }

    @Test
    void aCutFileIsFetchedFromTheStartWhereRangesAreUnknown() throws IOException {
        leave(5000);
        server.failNext(FILE, Fault.noRanges());
        download();
        assertThat(server.requests(FILE)).hasSize(1);
    }

    @Test
    void aWrongRangeIsNotBelieved() throws IOException {
        leave(5000);
        server.failNext(FILE, Fault.wrongRange());
        download();
        assertThat(server.requests(FILE))
                .extracting(each -> each.header("Range").orElse(""))
                .containsExactly("bytes=5000-", "");
    }

    @Test
    void aFileThatIsAlwaysCut() {
        server.failAlways(FILE, Fault.cutAfter(10));
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, this::download);
        // How much of a cut answer is seen depends on the operating system.
        assertThat(refused.getMessage())
                .matches("cannot download \"app1_7.snap\": " + file()
                        + ": (only [0-9]+ of 20000 bytes came|the connection broke before the whole answer was here)"
                        + " \\(tried 7 times\\)");
        assertThat(server.requests(FILE)).hasSize(7);
        server.recover();
        download();
    }

    @Test
    void wrongBytes() {
        server.failAlways(FILE, Fault.wrongByte());
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, this::download);
        assertThat(refused.getMessage())
                .startsWith("cannot fetch \"app1_7.snap\": the bytes from " + file() + " have the digest SHA3-384:")
                .endsWith(", not " + Sample.download(server, CONTENT).digest());
        assertThat(server.requests(FILE)).hasSize(2);
        server.recover();
        download();
    }

    @Test
    void wrongBytesOnce() {
        server.failNext(FILE, Fault.wrongByte());
        download();
        assertThat(server.requests(FILE)).hasSize(2);
    }

    @Test
    void aPageInTheFilesPlace() {
        server.failNext(FILE, Fault.page(200));
        refuses(
                this::download,
                1,
                "cannot download \"app1_7.snap\": " + file() + " answers with a web page of 26 bytes instead of 20000",
                "A network that wants a login or a proxy answers in the store's place; open a page in a browser.");
    }

    @Test
    void aWrongSizeInTheStoresAnswer() {
        Download wrong = new Download(
                "app1_7.snap",
                Sample.download(server, CONTENT).location(),
                Sample.download(server, CONTENT).digest(),
                io.coreimage.bytes.Size.ofBytes(19_999));
        refuses(
                () -> store.download(wrong, cache, Progress.SILENT),
                1,
                "cannot download \"app1_7.snap\": " + file() + " sends 20000 bytes instead of 19999",
                "The store's list and its files do not fit; run the build again, perhaps without a proxy between.");
    }

    @Test
    void aFileThatIsFarTooSlow() {
        Transport slow = new SlowTransport(NetTransport.of(NetSettings.DIRECT), pacer, Duration.ofMinutes(6));
        SnapStore slowStore = OnlineStore.open(Sample.access(server), Device.of(Architecture.AMD64), slow, pacer);
        refuses(
                () -> slowStore.download(Sample.download(server, CONTENT), cache, Progress.SILENT),
                1,
                "cannot download \"app1_7.snap\": too slow, ",
                "What has come is kept; run the build again with a better network.");
    }

    @Test
    void aFileThatIsRedirected() {
        server.failNext(FILE, Fault.redirect(302, server.url() + "download/app1_7.snap?token=x"));
        download();
        assertThat(server.requests(FILE)).hasSize(2);
    }

    @Test
    void aFileThatIsRedirectedInACircle() {
        server.failAlways(FILE, Fault.redirect(302, file()));
        refuses(
                this::download,
                11,
                "cannot ask " + file() + ": it redirects more than 10 times",
                "Something on the way sends requests in a circle: a proxy, or a network that wants a login.");
    }

    @Test
    void aFileThatIsCutBeforeItsFirstByte() {
        server.failNext(FILE, Fault.hangUp(), Fault.hangUp());
        download();
    }

    @Test
    void whatAnEarlierBuildLeftIsChecked() throws IOException {
        Path partial = folder().resolve("cache/partial")
                .resolve(Sample.download(server, CONTENT).digest().hex());
        Files.write(partial, new byte[CONTENT.length]);
        download();
        assertThat(server.requests(FILE)).hasSize(1);
        assertThat(server.requests(FILE).get(0).header("Range")).isEmpty();
    }

    @Test
    void aFolderThatNobodyMayWrite() throws IOException {
        Path partials = folder().resolve("cache/partial");
        Foreign.requireMachine(
                "user other than root", !Files.getOwner(partials).getName().equals("root"));
        Files.setPosixFilePermissions(partials, PosixFilePermissions.fromString("r-x------"));
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, this::download);
        assertThat(refused.getMessage()).startsWith("cannot keep \"app1_7.snap\" in the cache ");
        assertThat(refused.nextStep())
                .isEqualTo("Free some space or choose another folder with -Dcore-image.cacheDirectory.");
        Files.setPosixFilePermissions(partials, PosixFilePermissions.fromString("rwx------"));
        download();
    }

    @Test
    void aDiskThatIsFull() throws IOException {
        Path small = Files.createDirectories(folder().resolve("small"));
        boolean mounted = Foreign.tool("mount")
                        .judge("-t", "tmpfs", "-o", "size=16k", "tmpfs", small)
                        .status()
                == 0;
        Foreign.requireMachine("mount of a tmpfs", mounted);
        try (Cache full = Cache.open(small.resolve("cache"), Instant.EPOCH)) {
            CoreImageException fault = catchThrowableOfType(
                    CoreImageException.class,
                    () -> store.download(Sample.download(server, CONTENT), full, Progress.SILENT));
            assertThat(fault).hasMessage("cannot write \"app1_7.snap\" to the cache: No space left on device");
            assertThat(fault.nextStep())
                    .isEqualTo("Free some space or choose another folder with -Dcore-image.cacheDirectory.");
            assertThat(small.resolve("cache/blobs")).isEmptyDirectory();
            Foreign.tool("mount").run("-o", "remount,size=1m", small);
            assertThat(store.download(Sample.download(server, CONTENT), full, Progress.SILENT)
                            .readAll())
                    .isEqualTo(CONTENT);
        } finally {
            Foreign.tool("umount").run(small);
        }
    }
}
