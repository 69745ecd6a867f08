package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.testkit.Fault;
import io.coreimage.testkit.RecordedRequest;
import io.coreimage.testkit.TestAccounts;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is shown what, and what happens when a login is stale. */
class AuthorizedStoreTest {

    private static final String HEADER =
            "Macaroon root=\"" + TestAccounts.ROOT + "\", discharge=\"" + TestAccounts.BOUND + "\"";
    private static final byte[] CONTENT = Sample.content(5000);
    private static final String STALE = "Macaroon realm=\"test\", needs_refresh=1";

    @TempDir
    private Path folder;

    private final FastPacer pacer = new FastPacer();
    private TestStore server;
    private TestStore other;

    @BeforeEach
    void open() throws IOException {
        server = TestStore.over(Sample.stock(folder, CONTENT));
        other = TestStore.over(Sample.stock(folder, CONTENT));
    }

    @AfterEach
    void close() {
        server.close();
        other.close();
    }

    @Test
    void aPrivateStoreServesWhoIsLoggedIn() {
        server.accounts().bePrivate();
        assertThatThrownBy(() -> ask(Sample.open(server, pacer))).isInstanceOf(CoreImageException.class);
        ask(authorized());
        assertThat(server.requests("/v2/snaps/refresh").get(1).header("Authorization"))
                .contains(HEADER);
    }

    @Test
    void aLoginIsNotShownToAnotherHost() {
        Credential elsewhere = new Credential(login(), Credential.SNAP_STORE_HOSTS, "a test");
        ask(Sample.open(Sample.access(server).as(elsewhere), pacer));
        assertThat(server.requests())
                .noneMatch(each -> each.header("Authorization").isPresent());
    }

    @Test
    void aRedirectedDownloadShowsNoLoginEvenToTheSameHost() {
        server.failNext("/download/", Fault.redirect(302, server.url() + "download/app1_7.snap"));
        download(authorized());
        assertThat(server.requests("/download/"))
                .extracting(each -> each.header("Authorization").isPresent())
                .containsExactly(true, false);
    }

    @Test
    void aRedirectedQuestionShowsNoLoginToAnotherHost() {
        server.failNext("/v2/snaps/refresh", Fault.redirect(307, other.url() + "v2/snaps/refresh"));
        ask(authorized());
        assertThat(other.requests()).hasSize(1);
        assertThat(other.requests())
                .noneMatch(each -> each.header("Authorization").isPresent());
    }

    @Test
    void aRedirectToPlainHttpIsNotFollowed() {
        server.failNext("/download/", Fault.redirect(302, "http://cdn.example.com/app1_7.snap"));
        assertThatThrownBy(() -> download(authorized()))
                .hasMessage(
                        "cannot use store address \"http://cdn.example.com/app1_7.snap\": plain http, so that anybody on"
                                + " the way can listen and answer");
    }

    @Test
    void aStaleLoginIsRefreshedOnce() {
        server.accounts().beStale(1);
        SnapStore store = authorized();
        ask(store);
        download(store);
        assertThat(server.requests("/api/v2/tokens/refresh")).hasSize(1);
        RecordedRequest refresh = server.requests("/api/v2/tokens/refresh").get(0);
        assertThat(refresh.body()).isEqualTo("{\"discharge_macaroon\":\"" + TestAccounts.DISCHARGE + "\"}");
        assertThat(refresh.header("Authorization")).isEmpty();
        assertThat(refresh.header("X-Ubuntu-Series")).isEmpty();
    }

    @Test
    void aLoginThatGetsStaleDuringADownloadIsRefreshedToo() {
        SnapStore store = authorized();
        server.failNext("/download/", Fault.status(401, "WWW-Authenticate", STALE, "{}"));
        download(store);
        assertThat(server.requests("/download/")).hasSize(2);
    }

    @Test
    void aLoginThatStaysStaleIsGivenUp() {
        server.accounts().beStale(100);
        assertThatThrownBy(() -> ask(authorized()))
                .hasMessage("cannot choose snaps: " + server.url() + "v2/snaps/refresh rejects the login");
        assertThat(server.requests("/v2/snaps/refresh")).hasSize(5);
        assertThat(server.requests("/api/v2/tokens/refresh")).hasSize(4);
        server.recover();
        ask(authorized());
    }

    @Test
    void theSoftFormOfStaleIsRefreshedToo() {
        String soft =
                "{\"results\":[],\"error-list\":[{\"code\":\"user-authorization-needs-refresh\",\"message\":\"m\"}]}";
        server.failNext("/v2/snaps/refresh", Fault.status(200, "X-None", "", soft));
        ask(authorized());
        assertThat(server.requests("/api/v2/tokens/refresh")).hasSize(1);
        server.failAlways("/v2/snaps/refresh", Fault.status(200, "X-None", "", soft));
        server.forget();
        assertThatThrownBy(() -> ask(authorized())).hasMessage("cannot choose snaps: the store finds the login stale");
        assertThat(server.requests("/v2/snaps/refresh")).hasSize(3);
        assertThat(server.requests("/api/v2/tokens/refresh")).hasSize(2);
    }

    @Test
    void aRefusedRefreshSaysToLogInAgain() {
        server.accounts().beStale(1);
        server.failNext(
                "/api/v2/tokens/refresh",
                Fault.status(401, "X-None", "", "{\"code\":\"INVALID_CREDENTIALS\",\"message\":\"no\",\"extra\":{}}"));
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, () -> ask(authorized()));
        assertThat(refused).hasMessage("cannot refresh the login: e-mail, password or login are not valid (any more)");
        assertThat(refused.nextStep()).startsWith("Log in with core-image:login");
    }

    @Test
    void aLoginServiceThatIsNotThere() {
        server.accounts().beStale(1);
        server.failNext("/api/v2/tokens/refresh", Fault.status(404, "Content-Type", "text/plain", "gone"));
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, () -> ask(authorized()));
        assertThat(refused)
                .hasMessage(
                        "cannot refresh the login: " + server.url() + "api/v2/tokens/refresh answers with status 404");
        assertThat(refused.nextStep()).startsWith("Check the store's address");
        assertThat(server.requests("/v2/snaps/refresh")).hasSize(1);
        server.recover();
        ask(authorized());
    }

    @Test
    void aStoreTokenIsNeverRefreshed() {
        server.accounts().beStale(1);
        Credential token = CredentialSearch.forHost(new Login.StoreToken("abc"), "127.0.0.1", "a server");
        CoreImageException refused = catchThrowableOfType(
                CoreImageException.class,
                () -> ask(Sample.open(Sample.access(server).as(token), pacer)));
        assertThat(refused.nextStep())
                .isEqualTo("Log in again with core-image:login; the present login comes from a server.");
        assertThat(server.requests("/api/v2/tokens/refresh")).isEmpty();
    }

    @Test
    void logInWithASecondFactor() {
        server.accounts().requireSecondFactor();
        Dashboard dashboard = dashboard(Sample.access(server));
        LoginWish wish = new LoginWish(List.of("package_access"), "core-image@host", null, List.of());
        assertThatThrownBy(() -> dashboard.login(request("wrong", null), wish))
                .hasMessage("cannot log in: e-mail, password or login are not valid (any more)");
        assertThatThrownBy(() -> dashboard.login(request(TestAccounts.PASSWORD, null), wish))
                .isInstanceOf(TwoFactorException.class)
                .hasMessage("cannot log in: the account wants a second factor");
        assertThatThrownBy(() -> dashboard.login(request(TestAccounts.PASSWORD, "000000"), wish))
                .isInstanceOf(TwoFactorException.class)
                .hasMessage("cannot log in: the second factor is wrong or was used already");
        Login login = dashboard.login(request(TestAccounts.PASSWORD, TestAccounts.OTP), wish);
        assertThat(login.authorization()).isEqualTo(HEADER);
        assertThat(server.requests("/dev/api/acl/").get(0).body())
                .isEqualTo("{\"permissions\":[\"package_access\"],\"description\":\"core-image@host\"}");
    }

    @Test
    void aLockedAccountIsToldInTheServicesWords() {
        server.failNext(
                "/api/v2/tokens/discharge",
                Fault.status(403, "X-None", "", "{\"code\":\"ACCOUNT_SUSPENDED\",\"message\":\"Suspended.\"}"));
        assertThatThrownBy(() -> dashboard(Sample.access(server))
                        .login(
                                request(TestAccounts.PASSWORD, null),
                                new LoginWish(List.of("package_access"), "x", null, List.of())))
                .hasMessageContaining("Suspended. (ACCOUNT_SUSPENDED)");
    }

    @Test
    void whoamiAndKeys() {
        Dashboard dashboard = dashboard(access());
        assertThat(dashboard.whoami())
                .isEqualTo(new Account(
                        TestAccounts.ACCOUNT_ID,
                        TestAccounts.EMAIL,
                        "mybrand",
                        "Dev",
                        List.of("package_access"),
                        List.of(),
                        "2027-01-01T00:00:00.000"));
        assertThat(dashboard.accountId()).isEqualTo(TestAccounts.ACCOUNT_ID);
        assertThat(dashboard.keys()).extracting(RegisteredKey::name).containsExactly("my-models");
        dashboard.register("type: account-key-request\nname: x\n");
        assertThat(server.accounts().keys()).containsExactly("type: account-key-request\nname: x\n");
        assertThatThrownBy(() -> dashboard.register("type: account\n"))
                .hasMessage("cannot register the key: the store says: not an account-key-request (invalid-field)");
    }

    @Test
    void theDashboardSaysWhatIsMissing() {
        assertThatThrownBy(() -> dashboard(Sample.access(server)).whoami())
                .hasMessage("cannot ask who you are: there is no login");
        for (String[] each : new String[][] {
            {"403", "user-not-ready", "cannot look up the account: the account is not ready: m (user-not-ready)"},
            {
                "403",
                "macaroon-permission-required",
                "cannot look up the account: the login lacks a permission: m (macaroon-permission-required)"
            }
        }) {
            server.failNext("/dev/api/account", error(Integer.parseInt(each[0]), each[1]));
            assertThatThrownBy(() -> dashboard(access()).accountId()).hasMessage(each[2]);
        }
        server.failNext("/dev/api/account", error(401, "macaroon-needs-refresh"));
        assertThat(dashboard(access()).accountId()).isEqualTo(TestAccounts.ACCOUNT_ID);
        assertThat(server.requests("/api/v2/tokens/refresh")).hasSize(1);
    }

    private static Fault error(int status, String code) {
        return Fault.status(status, "X-None", "", "{\"error_list\":[{\"code\":\"" + code + "\",\"message\":\"m\"}]}");
    }

    @Test
    void noExceptionShowsASecretWhateverTheServerSays() {
        String echo = "{\"code\":\"X\",\"message\":\"no\"}";
        for (Fault fault : List.of(
                Fault.status(401),
                Fault.status(403),
                Fault.status(500),
                Fault.page(200),
                Fault.cutAfter(1),
                Fault.hangUp(),
                Fault.status(400, "X-None", "", echo))) {
            for (String path : List.of("/v2/", "/api/", "/dev/", "/download/")) {
                server.failAlways(path, fault);
            }
            for (Runnable action : List.<Runnable>of(
                    () -> ask(authorized()),
                    () -> download(authorized()),
                    () -> dashboard(access()).whoami(),
                    () -> dashboard(Sample.access(server))
                            .login(
                                    request(TestAccounts.PASSWORD, TestAccounts.OTP),
                                    new LoginWish(List.of("x"), "x", null, List.of())))) {
                CoreImageException refused = catchThrowableOfType(CoreImageException.class, action::run);
                StringWriter all = new StringWriter();
                refused.printStackTrace(new PrintWriter(all, true));
                assertThat(all + refused.fullMessage())
                        .doesNotContain(TestAccounts.PASSWORD)
                        .doesNotContain(TestAccounts.OTP)
                        .doesNotContain(TestAccounts.ROOT)
                        .doesNotContain(TestAccounts.DISCHARGE)
                        .doesNotContain(TestAccounts.BOUND);
            }
            server.recover();
        }
    }

    private static LoginRequest request(String password, String otp) {
        return new LoginRequest(TestAccounts.EMAIL, password, otp);
    }

    private Dashboard dashboard(StoreAccess access) {
        return Dashboard.open(access, NetTransport.of(NetSettings.DIRECT), pacer);
    }

    private StoreAccess access() {
        return Sample.access(server).as(new Credential(login(), Set.of("127.0.0.1:" + port()), "a test"));
    }

    private int port() {
        return java.net.URI.create(server.url()).getPort();
    }

    private SnapStore authorized() {
        return Sample.open(access(), pacer);
    }

    private static Login login() {
        return new Login.UbuntuOne(
                Macaroon.decode(TestAccounts.ROOT), List.of(Macaroon.decode(TestAccounts.DISCHARGE)));
    }

    private static void ask(SnapStore store) {
        assertThat(store.refresh(Refresh.of(List.of(Ask.of(Sample.APP))))).hasSize(1);
    }

    private void download(SnapStore store) {
        try (Cache cache = Cache.open(folder.resolve("cache"), Instant.EPOCH)) {
            assertThat(store.download(Sample.download(server, CONTENT), cache, Progress.SILENT)
                            .size())
                    .isEqualTo(CONTENT.length);
        }
    }
}
