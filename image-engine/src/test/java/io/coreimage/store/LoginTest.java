package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.TestAccounts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    private static final String HEADER =
            "Macaroon root=\"" + TestAccounts.ROOT + "\", discharge=\"" + TestAccounts.BOUND + "\"";
    private static final String JSON =
            "{\"macaroon\":\"" + TestAccounts.ROOT + "\",\"discharges\":[\"" + TestAccounts.DISCHARGE + "\"]}";
    private static final URI SNAP_STORE = URI.create("https://api.snapcraft.io/");
    private static final String PAIR = "{\"r\":\"" + TestAccounts.ROOT + "\",\"d\":\"" + TestAccounts.DISCHARGE + "\"}";

    @TempDir
    private Path folder;

    @Test
    void everyFormOfAnExportedLoginGivesTheSameHeader() {
        for (String text : List.of(
                base64("{\"t\":\"u1-macaroon\",\"v\":" + PAIR + "}"),
                base64(PAIR),
                base64(PAIR).replaceAll("(.{60})", "$1\r\n"),
                JSON,
                base64(JSON),
                "[login.ubuntu.com]\nmacaroon = " + TestAccounts.ROOT + "\nunbound_discharge = "
                        + TestAccounts.DISCHARGE + "\nemail = dev@example.com\n")) {
            assertThat(LoginText.read(text, "a test").authorization()).isEqualTo(HEADER);
        }
    }

    @Test
    void tokensAreShownAsTheyAre() {
        assertThat(LoginText.read(base64("{\"t\":\"macaroon\",\"v\":\"abc\"}"), "a test")
                        .authorization())
                .isEqualTo("Macaroon abc");
        assertThat(LoginText.read(base64("{\"t\":\"bearer\",\"v\":\"abc\"}"), "a test")
                        .authorization())
                .isEqualTo("Bearer abc");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Login each : List.of(login(), new Login.StoreToken("abc"), new Login.Bearer("def"))) {
            assertThat(LoginText.read(LoginText.write(each), "a test")).isEqualTo(each);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is empty",
                "SECRET?|it has none of the known forms",
                "{\"macaroon\":\"SECRET\"|it holds broken JSON",
                "{\"macaroon\":\"SECRET\"}|a field of it is missing",
                "{\"macaroon\":\"SECRET\",\"discharges\":[]}|a field of it is missing",
                "{\"macaroon\":\"SECRET\",\"discharges\":[\"SECRET\"]}|a macaroon in it is damaged",
                "[SECRET]|it has no section [login.ubuntu.com]",
                "[login.ubuntu.com]|its section [login.ubuntu.com] has no macaroon"
            })
    void aBrokenLoginIsNamedByWhereItCameFrom(String text, String reason) {
        assertThatThrownBy(() -> LoginText.read(text, "UBUNTU_STORE_AUTH"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use the login from UBUNTU_STORE_AUTH: " + reason)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":\"SECRET\",\"v\":\"SECRET\"}",
                "{\"t\":\"macaroon\",\"v\":\"SEC RET\"}",
                "{\"t\":\"macaroon\",\"v\":7}",
                "{\"t\":\"u1-macaroon\",\"v\":{\"r\":\"SECRET\"}}",
                "{\"t\":\"u1-macaroon\",\"v\":\"SECRET\"}",
                "{\"SECRET\":1}",
                "{SECRET"
            })
    void aBrokenLoginDoesNotShowItself(String json) {
        assertThatThrownBy(() -> LoginText.read(base64(json), "a test"))
                .isInstanceOf(RefusedException.class)
                .satisfies(
                        ex -> assertThat(((RefusedException) ex).fullMessage()).doesNotContain("SEC"));
    }

    @Test
    void nothingShowsItsSecrets() {
        Login login = login();
        Credential credential = new Credential(login, Credential.SNAP_STORE_HOSTS, "a test");
        List<Object> all = List.of(
                login,
                ((Login.UbuntuOne) login).root(),
                new Login.StoreToken("SECRET"),
                new Login.Bearer("SECRET"),
                credential,
                StoreAccess.of(StoreAddresses.SNAP_STORE, "x").as(credential),
                new LoginRequest("a@b.c", "SECRET", "SECRET"),
                new ProxyLogin("user", "SECRET"),
                new ProxyServer("proxy", 3128, new ProxyLogin("user", "SECRET"), List.of(), "a test", true),
                NetSettings.DIRECT.through(
                        new ProxyServer("proxy", 3128, new ProxyLogin("user", "SECRET"), List.of(), "a test", true)),
                new CredentialSearch(Map.of("UBUNTU_STORE_AUTH", "SECRET"), credential, folder),
                new Call("GET", StoreAddresses.SNAP_STORE.api(), Map.of("Authorization", "SECRET"), "SECRET", null)
                        .toString());
        assertThat(all)
                .extracting(Object::toString)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("SECRET")
                        .doesNotContain(TestAccounts.ROOT)
                        .doesNotContain(TestAccounts.DISCHARGE)
                        .doesNotContain(TestAccounts.BOUND));
    }

    @Test
    void theEnvironmentComesFirstThenTheServerThenTheFile() throws IOException {
        Path file = folder.resolve("login");
        LoginFile.at(file).write(credential("of-file"));
        Credential server = CredentialSearch.forHost(new Login.StoreToken("of-server"), "api.snapcraft.io", "server");
        Path named = folder.resolve("named");
        Files.writeString(named, LoginText.write(new Login.StoreToken("of-named-file")));
        String auth = LoginText.write(new Login.StoreToken("of-auth"));
        String snapcraft = LoginText.write(new Login.StoreToken("of-snapcraft"));
        Map<String, String> all = Map.of(
                "UBUNTU_STORE_AUTH", auth,
                "UBUNTU_STORE_AUTH_DATA_FILENAME", named.toString(),
                "SNAPCRAFT_STORE_CREDENTIALS", snapcraft);
        assertThat(found(all, server, file)).isEqualTo("Macaroon of-auth");
        assertThat(found(without(all, "UBUNTU_STORE_AUTH"), server, file)).isEqualTo("Macaroon of-named-file");
        assertThat(found(Map.of("SNAPCRAFT_STORE_CREDENTIALS", snapcraft), server, file))
                .isEqualTo("Macaroon of-snapcraft");
        assertThat(found(Map.of(), server, file)).isEqualTo("Macaroon of-server");
        assertThat(found(Map.of(), null, file)).isEqualTo("Macaroon of-file");
        assertThat(new CredentialSearch(Map.of(), null, folder.resolve("none")).first(SNAP_STORE))
                .isEmpty();
    }

    @Test
    void anotherHostGetsOnlyWhatWasMadeForIt() {
        URI proxy = URI.create("https://store.example.com/");
        Path file = folder.resolve("login");
        LoginFile.at(file).write(credential("of-file"));
        Credential server = CredentialSearch.forHost(new Login.StoreToken("of-server"), "store.example.com", "server");
        Map<String, String> broken = Map.of("UBUNTU_STORE_AUTH", "not even looked at");
        assertThat(new CredentialSearch(broken, null, file).first(proxy)).isEmpty();
        assertThat(new CredentialSearch(broken, server, file).first(proxy)).contains(server);
        LoginFile.at(file).write(server);
        assertThat(new CredentialSearch(broken, null, file)
                        .first(proxy)
                        .orElseThrow()
                        .login())
                .isEqualTo(server.login());
        assertThat(new CredentialSearch(Map.of(), null, file).first(SNAP_STORE)).isEmpty();
    }

    private static Credential credential(String token) {
        return new Credential(new Login.StoreToken(token), Credential.SNAP_STORE_HOSTS, "a test");
    }

    private static Map<String, String> without(Map<String, String> map, String key) {
        Map<String, String> fewer = new HashMap<>(map);
        fewer.remove(key);
        return fewer;
    }

    private static String found(Map<String, String> environment, Credential server, Path file) {
        return new CredentialSearch(environment, server, file)
                .first(SNAP_STORE)
                .orElseThrow()
                .login()
                .authorization();
    }

    @Test
    void aNamedFileHasToBeThere() {
        Map<String, String> environment =
                Map.of("UBUNTU_STORE_AUTH_DATA_FILENAME", folder.resolve("none").toString());
        assertThatThrownBy(() -> new CredentialSearch(environment, null, null).first(SNAP_STORE))
                .hasMessage("cannot use the login from file \"" + folder.resolve("none") + "\": there is no such file");
    }

    @Test
    void ourLoginFileIsForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("deep/login");
        LoginFile.at(file).write(new Credential(login(), Set.of("a.example.com"), "a test"));
        assertThat(LoginFile.at(file).readPrivate().hosts()).containsExactly("a.example.com");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> LoginFile.at(file).readPrivate())
                .hasMessage("cannot use the login from file \"" + file + "\": others may read it");
        assertThat(LoginFile.at(file).delete()).isTrue();
        assertThat(LoginFile.at(file).delete()).isFalse();
    }

    @Test
    void aLoginIsForItsHostsOnly() {
        Credential credential = new Credential(login(), Credential.SNAP_STORE_HOSTS, "a test");
        assertThat(credential.isFor(URI.create("https://api.snapcraft.io/v2/snaps/refresh")))
                .isTrue();
        assertThat(credential.isFor(URI.create("https://API.snapcraft.io/"))).isTrue();
        assertThat(credential.isFor(URI.create("https://evil.api.snapcraft.io/")))
                .isFalse();
        assertThat(credential.isFor(URI.create("https://canonical-bos01.cdn.snapcraftcontent.com/")))
                .isFalse();
        assertThat(new Credential(login(), Set.of("127.0.0.1:80"), "x").isFor(URI.create("http://127.0.0.1:81/")))
                .isFalse();
    }

    @Test
    void aLoginThatSaysItsEndIsNotSentAfterIt() {
        Login ending = new Login.UbuntuOne(
                new Macaroon(
                        new MacaroonVersion1(),
                        "api.snapcraft.io",
                        bytes("id"),
                        List.of(new Macaroon.Caveat(
                                bytes("api.snapcraft.io|expires|2026-01-01T00:00:00.000000"), new byte[0], "")),
                        new byte[32]),
                List.of(Macaroon.decode(TestAccounts.DISCHARGE)));
        Credential credential = new Credential(ending, Set.of(), "a test");
        assertThat(CredentialSearch.end(ending)).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(CredentialSearch.requireAlive(credential, Instant.parse("2025-12-31T23:59:59Z")))
                .isSameAs(credential);
        assertThatThrownBy(() -> CredentialSearch.requireAlive(credential, Instant.parse("2026-01-01T00:00:00Z")))
                .hasMessage("cannot use the login from a test: it ended at 2026-01-01T00:00:00Z");
    }

    private static Login login() {
        return LoginText.read(JSON, "a test");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }
}
