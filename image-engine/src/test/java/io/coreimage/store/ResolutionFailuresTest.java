package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import io.coreimage.testkit.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Every way in which a question about snaps fails: its sentence, its next step, as many requests as it should take. */
class ResolutionFailuresTest extends Failing {

    private static final String EAI_AGAIN = "Temporary failure in name resolution";

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
                "Set the variable UBUNTU_STORE_COHORT_KEY to a key of the store, or unset it.");
    }

    @Test
    void anErrorOfTheWholeQuestion() {
        answer(REFRESH, "{\"results\":[],\"error-list\":[{\"code\":\"api-error\",\"message\":\"Nothing works.\"}]}");
        refuses(
                this::refreshApp,
                1,
                "cannot choose snaps: the store says: Nothing works. (api-error)",
                StoreErrors.ASK_OWNER);
    }

    @Test
    void noResults() {
        answer(REFRESH, "{\"results\":null,\"error-list\":null}");
        refuses(
                this::refreshApp,
                1,
                "cannot choose snaps: the store says nothing about \"app1\"",
                "The store may not know such snaps: check the names in the model, and the store's address.");
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
                "Check the store's address; if a store is there, it speaks a newer language: use a newer release of this"
                        + " plugin.");
    }

    @Test
    void anEpochThatIsNone() {
        answer(
                REFRESH,
                "{\"results\":[{\"result\":\"download\",\"instance-key\":\"download-1\",\"name\":\"app1\",\"snap\":"
                        + "{\"name\":\"app1\",\"snap-id\":\"" + Sample.APP_ID
                        + "\",\"revision\":7,\"type\":\"app\",\"version\":\"1\",\"confinement\":\"strict\","
                        + "\"architectures\":[\"all\"],\"epoch\":{\"read\":[\"x\"],\"write\":[0]}}}]}");
        refuses(
                this::refreshApp,
                1,
                "cannot read the answer of " + server.url() + "v2/snaps/refresh, results[0], snap, epoch: read",
                "Check the store's address; if a store is there, it speaks a newer language: use a newer release of this"
                        + " plugin.");
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
                StoreErrors.ASK_OWNER);
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
    void aHostToWhichThereIsNoWay() {
        failsOnTheWay(
                new ConnectException("Network is unreachable"),
                Duration.ZERO,
                "this machine has no way to that host (tried 6 times)");
        failsOnTheWay(
                new NoRouteToHostException("No route to host"),
                Duration.ZERO,
                "this machine has no way to that host (tried 6 times)");
    }

    @Test
    void namesThatNobodyCanLookUpJustNow() {
        // Java says why only the first time; then it answers out of its memory.
        HostNames names = new HostNames(name -> {
            throw new UnknownHostException(pacer.pauses().isEmpty() ? name + ": " + EAI_AGAIN : name);
        });
        failsOnTheWay(names, "no name server says where that host is (tried 6 times)");
    }

    @Test
    void namesThatThereAreNot() {
        HostNames names = new HostNames(name -> {
            throw new UnknownHostException(name + ": Name or service not known");
        });
        failsOnTheWay(names, "there is no host of that name");
    }

    private void failsOnTheWay(HostNames names, String reason) {
        failsOnTheWay(
                call -> {
                    names.find(call.uri().getHost());
                    throw new AssertionError("the name was found");
                },
                reason);
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
}
