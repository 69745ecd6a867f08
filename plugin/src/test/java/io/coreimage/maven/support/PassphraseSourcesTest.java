package io.coreimage.maven.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.coreimage.key.Passphrase;
import io.coreimage.problem.RefusedException;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseSourcesTest {

    private final Properties environment = new Properties();

    private final Settings settings = new Settings();

    private PassphraseSources sources(@Nullable String variable) {
        MavenSession session = mock(MavenSession.class);
        when(session.getSystemProperties()).thenReturn(environment);
        when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest().setInteractiveMode(false));
        return new PassphraseSources(new MavenWorld(session), new SettingsPassphrases(settings, decrypter()), variable);
    }

    /** Decrypts by turning the text round; what starts with a question mark cannot be decrypted. */
    private static SettingsDecrypter decrypter() {
        SettingsDecrypter decrypter = mock(SettingsDecrypter.class);
        when(decrypter.decrypt(any())).thenAnswer(call -> {
            SettingsDecryptionRequest request = call.getArgument(0);
            return decrypted(request.getServers().get(0));
        });
        return decrypter;
    }

    private static SettingsDecryptionResult decrypted(Server encrypted) {
        Server server = encrypted.clone();
        String secret = encrypted.getPassphrase();
        if (secret != null) {
            server.setPassphrase(new StringBuilder(secret).reverse().toString());
        }
        SettingsProblem problem = new DefaultSettingsProblem(
                "the master password is wrong", SettingsProblem.Severity.ERROR, "", 0, 0, null);
        SettingsDecryptionResult result = mock(SettingsDecryptionResult.class);
        when(result.getServer()).thenReturn(server);
        when(result.getProblems()).thenReturn(secret != null && secret.startsWith("?") ? List.of(problem) : List.of());
        return result;
    }

    private void server(String id, @Nullable String passphrase) {
        Server server = new Server();
        server.setId(id);
        server.setPassphrase(passphrase);
        settings.addServer(server);
    }

    private static Passphrase passphrase(String text) {
        return Passphrase.of(text.toCharArray());
    }

    private static void is(Passphrase actual, String expected) {
        assertThat(actual.matches(passphrase(expected))).isTrue();
    }

    @Test
    void theVariableThatThePomNamesComesFirst() {
        environment.setProperty("env.MINE", "one");
        environment.setProperty("env.CORE_IMAGE_PASSPHRASE", "two");

        is(sources("MINE").of("key"), "one");
        is(sources(null).of("key"), "two");
    }

    @Test
    void aVariableThatIsNamedButNotSetIsRefused() {
        environment.setProperty("env.CORE_IMAGE_PASSPHRASE", "two");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> sources("MINE_IS_NOT_SET").of("key"))
                .withMessage(
                        "cannot take the passphrase from the environment variable \"MINE_IS_NOT_SET\": it is not set");
    }

    @Test
    void theServerOfTheKeyGoesBeforeTheServerOfAll() {
        server("core-image.key", "lla");
        server("core-image.key.models", "eno");

        is(sources(null).of("models"), "one");
        is(sources(null).of("other"), "all");
    }

    @Test
    void aServerThatCannotBeDecryptedIsRefused() {
        server("core-image.key", "?");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> sources(null).of("models"))
                .withMessage("cannot use the server \"core-image.key\" of settings.xml: the master password is wrong");
    }

    @Test
    void aServerWithoutPassphraseIsRefused() {
        server("core-image.key", null);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> sources(null).of("models"))
                .withMessageContaining("it has no <passphrase>");
    }

    @Test
    void withoutAnySourceAndWithoutATerminalTheNextStepNamesAll() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> sources(null).of("models"))
                .withMessage("cannot open key \"models\": its passphrase is not known")
                .satisfies(ex -> assertThat(ex.nextStep())
                        .contains("CORE_IMAGE_PASSPHRASE", "core-image.passphraseEnv", "core-image.key", "terminal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensesame", ""})
    void whatIsWrittenWhereOthersReadItIsRefusedAndNotRepeated(String written) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> PassphraseSources.refuseWritten(written))
                .withMessageContaining("version control, build logs and the list of processes would show it")
                .satisfies(ex -> assertThat(ex.fullMessage()).doesNotContain("opensesame"));
    }
}
