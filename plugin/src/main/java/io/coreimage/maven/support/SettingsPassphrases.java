package io.coreimage.maven.support;

import io.coreimage.key.Passphrase;
import io.coreimage.problem.RefusedException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Passphrases in settings.xml: in the server {@code core-image.key.<name>}, else {@code core-image.key}.
 * @param settings the settings of the session
 * @param decrypter Maven's own, which knows the master password
 */
public record SettingsPassphrases(Settings settings, SettingsDecrypter decrypter) {

    static final String SERVER = "core-image.key";

    Optional<Passphrase> find(String keyName) {
        return Stream.of(SERVER + "." + keyName, SERVER)
                .flatMap(id -> Optional.ofNullable(settings.getServer(id)).stream())
                .findFirst()
                .map(this::decrypted)
                .map(String::toCharArray)
                .map(Passphrase::of);
    }

    private String decrypted(Server server) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        result.getProblems().stream()
                .map(SettingsProblem::getMessage)
                .findFirst()
                .ifPresent(problem -> {
                    throw refused(server, problem, "Encrypt it again with: mvn --encrypt-password.");
                });
        String secret = secret(result.getServer());
        if (secret.isEmpty()) {
            throw refused(server, "it has no <passphrase>", "Add the encrypted passphrase to it.");
        }
        return secret;
    }

    private static String secret(Server server) {
        return Stream.of(server.getPassphrase(), server.getPassword())
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static RefusedException refused(Server server, String reason, String nextStep) {
        return new RefusedException(
                "cannot use the server \"" + server.getId() + "\" of settings.xml: " + reason, nextStep);
    }
}
