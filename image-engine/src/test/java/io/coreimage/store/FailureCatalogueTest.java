package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.assertion.AssertionRef;
import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import io.coreimage.testkit.Fault;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every failure has its own sentence and next step, takes as many requests as it should, and is over when it is over. */
class FailureCatalogueTest {

    private static final String REFRESH = "/v2/snaps/refresh";
    private static final String FILE = "/download/";
    private static final String ASSERTIONS = "/v2/assertions/";
    private static final byte[] CONTENT = Sample.content(20_000);

    @TempDir
    private Path folder;

    private final FastPacer pacer = new FastPacer();
    private TestStore server;
    private SnapStore store;
    private Cache cache;

    @BeforeEach
    void open() throws IOException {
        server = TestStore.over(Sample.stock(folder, CONTENT).release("app1", "latest/stable", 7));
        store = Sample.open(server, pacer);
        cache = Cache.open(folder.resolve("cache"), Instant.EPOCH);
    }

    @AfterEach
    void close() {
        cache.close();
        server.close();
    }

    // resolution

    @Test
    void anUnknownSnap() {
        refuses(
                () -> refresh(Ask.of(new SnapName("nosuch"))),
                1,
                "cannot choose snap \"nosuch\": the store has no snap of that name, asked without a login",
                "Check the name; if the snap is private, log in with core-image:login.");
    }

    @Test
    void aClosedChannel() {
        refuses(
                () -> refresh(Ask.of(Sample.APP, Channel.parse("24/stable"))),
                1,
                "cannot choose snap \"app1\": there is nothing for amd64 in channel 24/stable",
                "Released for amd64: latest/stable.");
    }

    @Test
    void anotherArchitecture() {
        SnapStore arm = OnlineStore.open(
                Sample.access(server), Device.of(Architecture.ARM64), NetTransport.of(NetSettings.DIRECT), pacer);
        refuses(
                () -> arm.refresh(Refresh.of(List.of(Ask.of(Sample.APP)))),
                1,
                "cannot choose snap \"app1\": there is nothing for arm64 in its default channel",
                "It is only released for amd64.");
    }

    @Test
    void anUnknownRevision() {
        refuses(
                () -> refresh(Ask.of(Sample.APP, Revision.of(8))),
                1,
                "cannot choose snap \"app1\": there is no revision 8 for amd64",
                "Released for amd64: latest/stable.");
    }

    @Test
    void severalSnapsAtOnce() {
        refuses(
                () -> refresh(Ask.of(new SnapName("nosuch")), Ask.of(Sample.APP), Ask.of(Sample.APP, Revision.of(8))),
                1,
                "cannot choose snaps:\n"
                        + "  cannot choose snap \"nosuch\": the store has no snap of that name, asked without a login\n"
                        + "  cannot choose snap \"app1\": there is no revision 8 for amd64",
                "Check the name; if the snap is private, log in with core-image:login.\n"
                        + "Released for amd64: latest/stable.");
    }

    @Test
    void aBadCohort() {
        answer(
                REFRESH,
                "{\"results\":[{\"result\":\"error\",\"instance-key\":\"download-1\",\"name\":\"app1\",\"error\":"
                        + "{\"code\":\"invalid-cohort-key\",\"message\":\"Bad cohort.\"}}],\"error-list\":[]}");
        refuses(
                () -> refresh(Ask.of(Sample.APP).inCohort("x")),
                1,
                "cannot choose snap \"app1\": the store says: Bad cohort. (invalid-cohort-key)",
                null);
    }

    @Test
    void anErrorOfTheWholeQuestion() {
        answer(REFRESH, "{\"results\":[],\"error-list\":[{\"code\":\"api-error\",\"message\":\"Nothing works.\"}]}");
        refuses(this::refreshApp, 1, "cannot choose snaps: the store says: Nothing works. (api-error)", null);
    }

    @Test
    void noResults() {
        answer(REFRESH, "{\"results\":null,\"error-list\":null}");
        refuses(this::refreshApp, 1, "cannot choose snaps: the store says nothing about \"app1\"", null);
    }

    @Test
    void aTypeThatNobodyKnows() {
        answer(
                REFRESH,
                "{\"results\":[{\"result\":\"download\",\"instance-key\":\"download-1\",\"name\":\"app1\",\"snap\":"
                        + "{\"name\":\"app1\",\"snap-id\":\"" + Sample.APP_ID
                        + "\",\"revision\":7,\"type\":\"toy\"}}]}");
        refuses(
                this::refreshApp,
                1,
                "cannot read the answer of " + server.url()
                        + "v2/snaps/refresh, results[0], snap: type is \"toy\", which" + " is unknown",
                null);
    }

    @Test
    void aBadRequest() {
        server.failNext(
                REFRESH,
                Fault.status(400, "X-None", "", "{\"error-list\":[{\"code\":\"bad-argument\",\"message\":\"No.\"}]}"));
        refuses(
                this::refreshApp,
                1,
                "cannot choose snaps: " + server.url() + "v2/snaps/refresh answers with status 400: No. (bad-argument)",
                null);
    }

    @Test
    void anOldStoreIsAskedAgainWithLess() {
        server.failNext(REFRESH, Fault.status(400, "Snap-Store-Version", "20", "{}"));
        refreshApp();
        assertThat(server.requests(REFRESH)).hasSize(2);
        assertThat(server.requests(REFRESH).get(0).body()).contains("\"resources\"");
        assertThat(server.requests(REFRESH).get(1).body()).doesNotContain("\"resources\"");
    }

    @Test
    void anUnauthorizedQuestion() {
        server.failNext(REFRESH, Fault.status(401));
        refuses(
                this::refreshApp,
                1,
                "cannot choose snaps: " + server.url() + "v2/snaps/refresh rejects the login",
                "Log in with core-image:login.");
    }

    @Test
    void aForbiddenQuestion() {
        server.failNext(REFRESH, Fault.status(403));
        refuses(
                this::refreshApp,
                1,
                "cannot choose snaps: " + server.url() + "v2/snaps/refresh does not allow it",
                "Log in with core-image:login.");
    }

    @Test
    void tooManyRequestsWithoutAHint() {
        server.failNext(REFRESH, Fault.status(429));
        refuses(
                this::refreshApp,
                1,
                "cannot choose snaps: " + server.url() + "v2/snaps/refresh asks for fewer requests (429)",
                "Wait a while and run the build again; what is in the cache is not fetched twice.");
    }

    @Test
    void tooManyRequestsWithAHintAreSpacedOut() {
        server.failNext(REFRESH, Fault.status(429, "Retry-After", "7", "{}"));
        refreshApp();
        assertThat(pacer.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aServerThatIsDown() {
        server.failAlways(REFRESH, Fault.status(503, "X-Oops-Id", "OOPS-1", "{}"));
        refuses(
                this::refreshApp,
                6,
                "cannot choose snaps: " + server.url()
                        + "v2/snaps/refresh: it answers with status 503 [OOPS-1] (tried 6 times)",
                "The store is not available just now; https://status.snapcraft.io says more. What was fetched is kept, "
                        + "run the build again later.");
        assertThat(pacer.pauses().stream().mapToLong(Duration::toMillis).toArray())
                .containsExactly(500, 1250, 3125, 7813, 19531);
    }

    @Test
    void aServerThatIsDownForAMoment() {
        server.failNext(REFRESH, Fault.status(500), Fault.status(502));
        refreshApp();
        assertThat(server.requests(REFRESH)).hasSize(3);
    }

    @Test
    void aPageInTheStoresPlace() {
        server.failNext(REFRESH, Fault.page(200));
        refuses(
                this::refreshApp,
                1,
                "cannot read the answer of " + server.url()
                        + "v2/snaps/refresh: it is a web page, not a store's answer (<html>Please log in</html>)",
                "A network that wants a login or a proxy answers in the store's place; open a page in a browser.");
    }

    @Test
    void aRedirectToAPage() {
        server.failNext(REFRESH, Fault.redirect(302, "http://localhost:1/login"));
        refuses(
                this::refreshApp,
                1,
                "cannot ask " + server.url()
                        + "v2/snaps/refresh: the question is redirected to localhost, where it would get lost",
                "A network that wants a login or a proxy does this; open a page in a browser, or check the proxy.");
    }

    @Test
    void aCutAnswer() {
        server.failAlways(REFRESH, Fault.cutAfter(100));
        refuses(
                this::refreshApp,
                6,
                "cannot choose snaps: " + server.url()
                        + "v2/snaps/refresh: the connection broke before the whole answer was here (tried 6 times)",
                "Check the network, the store's address and, if there is one, the proxy in Maven's settings.xml.");
    }

    @Test
    void halfAnAnswerThatLooksWhole() {
        server.failAlways(REFRESH, Fault.status(200, "X-None", "", "{\"results\":[{\"resu"));
        refuses(
                this::refreshApp,
                6,
                "cannot choose snaps: " + server.url() + "v2/snaps/refresh: its answer is not complete (tried 6 times)",
                "Check the network, the store's address and, if there is one, the proxy in Maven's settings.xml.");
    }

    @Test
    void aConnectionThatIsClosedEarly() {
        server.failAlways(REFRESH, Fault.hangUp());
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, this::refreshApp);
        assertThat(refused)
                .hasMessage("cannot choose snaps: " + server.url()
                        + "v2/snaps/refresh: the connection broke before the whole answer was here (tried 6 times)");
        server.recover();
        refreshApp();
    }

    @Test
    void noAnswer() {
        failsOnTheWay(
                new HttpTimeoutException("no answer within 10 s"),
                Duration.ofSeconds(10),
                "no answer within 10 s (tried 4 times)");
    }

    @Test
    void aRefusedConnection() {
        failsOnTheWay(
                new ConnectException("Connection refused"),
                Duration.ZERO,
                "the connection was refused (tried 6 times)");
    }

    @Test
    void anUnknownHost() {
        IOException unknown = new ConnectException();
        unknown.initCause(new UnresolvedAddressException());
        failsOnTheWay(unknown, Duration.ZERO, "there is no host of that name");
    }

    @Test
    void aProxyThatRefuses() {
        failsOnTheWay(
                new IOException("Tunnel failed, got: 403"), Duration.ZERO, "the proxy refuses the connection (403)");
    }

    @Test
    void aProxyThatWantsAnotherPassword() {
        failsOnTheWay(
                new IOException("Tunnel failed, got: 407"),
                Duration.ZERO,
                "the proxy wants another user or password (407)");
    }

    @Test
    void aCertificateThatNobodyKnows() {
        failsOnTheWay(
                new SSLHandshakeException("PKIX path building failed: unable to find valid certification path"),
                Duration.ZERO,
                "nobody whom this Java trusts vouches for its certificate");
    }

    @Test
    void aClockThatIsWrong() {
        IOException expired = new SSLHandshakeException("PKIX path validation failed");
        expired.initCause(new CertificateExpiredException("NotAfter: long ago"));
        failsOnTheWay(expired, Duration.ZERO, "its certificate is not valid at this machine's time");
    }

    @Test
    void aRedirectInACircle() {
        server.failAlways(ASSERTIONS, Fault.redirect(302, server.url() + "v2/assertions/again"));
        refuses(
                this::declaration,
                11,
                "cannot ask " + server.url() + "v2/assertions/snap-declaration/16/" + declarationId()
                        + "?: it redirects more than 10 times".replace("?", ""),
                "Something on the way sends requests in a circle: a proxy, or a network that wants a login.");
    }

    @Test
    void aBadAddress() {
        for (Map.Entry<String, String> each : Map.of(
                        "ftp://store.example.com", "neither http nor https",
                        "http://store.example.com", "plain http, so that anybody on the way can listen and answer",
                        "https://store.example.com/?a=b", "something after the path",
                        "https:/nothing", "no host in it",
                        "https://a b", "not an address")
                .entrySet()) {
            CoreImageException refused = catchThrowableOfType(
                    CoreImageException.class, () -> StoreAddresses.SNAP_STORE.withStore(each.getKey(), false));
            assertThat(refused).hasMessage("cannot use store address \"" + each.getKey() + "\": " + each.getValue());
        }
        CoreImageException user = catchThrowableOfType(
                CoreImageException.class,
                () -> StoreAddresses.SNAP_STORE.withStore("https://user:sEcReT@store.example.com", false));
        assertThat(user.fullMessage()).contains("a user name in the address").doesNotContain("sEcReT");
    }

    // downloads

    @Test
    void aFileThatIsGone() {
        server.failNext(FILE, Fault.status(404));
        refuses(this::download, 1, "cannot download \"app1_7.snap\": " + file() + " answers with status 404", null);
    }

    @Test
    void aFileThatHasToBeBought() {
        server.failNext(FILE, Fault.status(402));
        refuses(this::download, 1, "cannot download \"app1_7.snap\": it has to be bought first", null);
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
    void aCutFileIsResumed() {
        server.failNext(FILE, Fault.cutAfter(5000), Fault.cutAfter(5000));
        download();
        assertThat(server.requests(FILE))
                .extracting(each -> each.header("Range").orElse(""))
                .containsExactly("", "bytes=5000-", "bytes=10000-");
    }

    @Test
    void aCutFileIsFetchedFromTheStartWhereRangesAreUnknown() {
        server.failNext(FILE, Fault.cutAfter(5000), Fault.noRanges());
        download();
        assertThat(server.requests(FILE)).hasSize(2);
    }

    @Test
    void aWrongRangeIsNotBelieved() {
        server.failNext(FILE, Fault.cutAfter(5000), Fault.wrongRange());
        download();
        assertThat(server.requests(FILE))
                .extracting(each -> each.header("Range").orElse(""))
                .containsExactly("", "bytes=5000-", "");
    }

    @Test
    void aFileThatIsAlwaysCut() {
        server.failAlways(FILE, Fault.cutAfter(10));
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, this::download);
        // How much of a cut answer is seen depends on the operating system.
        assertThat(refused.getMessage())
                .matches("cannot download \"app1_7.snap\": " + file()
                        + ": the connection broke (after [0-9]+ of 20000 bytes|before the whole answer was here)"
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

    // assertions

    @Test
    void anAssertionThatThereIsNot() {
        assertThat(store.find(AssertionRef.account("acme"), 0)).isEmpty();
    }

    @Test
    void anAssertionThatThereIsNotInTheOldWords() {
        server.failNext(
                ASSERTIONS,
                Fault.status(404, "Content-Type", "application/problem+json", "{\"status\":404,\"title\":\"gone\"}"),
                Fault.status(
                        404,
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "{\"error-list\":[{\"code\":\"not-found\",\"message\":\"no\"}]}"));
        assertThat(store.find(AssertionRef.account("acme"), 0)).isEmpty();
        assertThat(store.find(AssertionRef.account("acme"), 0)).isEmpty();
    }

    @Test
    void aPageThatSaysNotFoundIsNoAnswer() {
        server.failNext(ASSERTIONS, Fault.page(404));
        refuses(
                this::declaration,
                1,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId() + " answers with status 404",
                "The answer is a web page; a proxy or a network that wants a login may stand in the store's place.");
    }

    @Test
    void aPageInAnAssertionsPlace() {
        server.failNext(ASSERTIONS, Fault.page(200));
        refuses(
                this::declaration,
                1,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId() + " answers with a web page",
                "A network that wants a login or a proxy answers in the store's place; open a page in a browser.");
    }

    @Test
    void anErrorOfTheAssertionService() {
        server.failNext(
                ASSERTIONS,
                Fault.status(400, "X-None", "", "{\"error-list\":[{\"code\":\"bad\",\"message\":\"Broken.\"}]}"));
        refuses(
                this::declaration,
                1,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId()
                        + " answers with status 400: Broken. (bad)",
                null);
    }

    @Test
    void anAssertionServiceThatIsDown() {
        server.failAlways(ASSERTIONS, Fault.status(500));
        refuses(
                this::declaration,
                6,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId()
                        + ": it answers with status 500 (tried 6 times)",
                "The store is not available just now; https://status.snapcraft.io says more. What was fetched is kept, "
                        + "run the build again later.");
    }

    @Test
    void somethingThatIsNoAssertion() {
        server.failAlways(ASSERTIONS, Fault.status(200, "X-None", "", "{}"));
        refuses(
                this::declaration,
                6,
                "cannot fetch snap-declaration (16/" + declarationId() + "): " + server.url()
                        + "v2/assertions/snap-declaration/16/" + declarationId()
                        + ": its answer is not complete (tried 6 times)",
                "Check the network, the store's address and, if there is one, the proxy in Maven's settings.xml.");
    }

    // how

    private void refreshApp() {
        refresh(Ask.of(Sample.APP, Channel.LATEST_STABLE));
    }

    private void refresh(Ask... asks) {
        assertThat(store.refresh(Refresh.of(List.of(asks)))).hasSize(asks.length);
    }

    private void download() {
        try {
            assertThat(store.download(Sample.download(server, CONTENT), cache, Progress.SILENT)
                            .readAll())
                    .isEqualTo(CONTENT);
        } catch (IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    private void declaration() {
        assertThat(store.find(AssertionRef.snapDeclaration(declarationId()), 7)).isPresent();
    }

    private static String declarationId() {
        try {
            return Sample.vector("types/snap-declaration.assert").header("snap-id");
        } catch (IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    private String file() {
        return server.url() + "download/app1_7.snap";
    }

    private void answer(String path, String body) {
        server.failNext(path, Fault.status(200, "X-None", "", body));
    }

    /** Check the sentence, the next step and the number of requests, and that all is well afterwards. */
    private void refuses(Runnable action, int requests, String message, String nextStep) {
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, action::run);
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).startsWith(message);
        assertThat(refused.nextStep()).isEqualTo(nextStep);
        assertThat(server.requests()).hasSize(requests);
        server.recover();
        refreshApp();
        download();
        declaration();
    }

    private void failsOnTheWay(IOException problem, Duration duration, String reason) {
        Transport broken = call -> {
            pacer.pass(duration);
            throw problem;
        };
        SnapStore unreachable = OnlineStore.open(Sample.access(server), Device.of(Architecture.AMD64), broken, pacer);
        CoreImageException refused = catchThrowableOfType(
                CoreImageException.class, () -> unreachable.refresh(Refresh.of(List.of(Ask.of(Sample.APP)))));
        assertThat(refused).hasMessage("cannot choose snaps: " + server.url() + "v2/snaps/refresh: " + reason);
        assertThat(refused.nextStep()).isNotBlank();
        assertThat(Collections.frequency(List.of(refused.getMessage()), "null")).isZero();
        refreshApp();
    }
}
