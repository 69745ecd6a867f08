package io.coreimage.key;

import static io.coreimage.key.PlacesFixture.FILES;
import static io.coreimage.key.PlacesFixture.refused;
import static io.coreimage.key.PlacesFixture.signsLikeVectorKey;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.problem.FaultException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalKeyManagerTest {

    @TempDir
    Path folder;

    @Test
    void aProgramThatSpeaksTheProtocolSigns() throws IOException {
        Foreign.tool("openssl");
        signsLikeVectorKey(manager("RSA-PKCS"), "vector-key");
    }

    @Test
    void aProgramThatSignsWithATimeOfItsOwnIsRefused() throws IOException {
        ExternalKeyManager manager = manager("OPENPGP");

        refused(manager::list, "its signing are [OPENPGP] and lack RSA-PKCS", "Use a key manager");
    }

    @Test
    void aProgramThatFailsIsQuoted() throws IOException {
        ExternalKeyManager manager = new ExternalKeyManager(script("echo 'no card' >&2; exit 3"));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(manager::list)
                .withMessageContaining("failed with status 3 (no card)");
    }

    @Test
    void aProgramThatSaysNoJsonIsAFault() throws IOException {
        ExternalKeyManager manager = new ExternalKeyManager(script("echo '{'"));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(manager::list)
                .withMessageContaining("its answer to \"features\" is not JSON");
    }

    @Test
    void keysAreMadeByItsOwnProcedure() {
        refused(
                () -> new ExternalKeyManager("keys").create(new KeyName("a"), Passphrase.none(), new SecureRandom()),
                "cannot create key \"a\": the external key manager \"keys\" makes its keys by its own procedure",
                "Make the key there");
    }

    private ExternalKeyManager manager(String signing) throws IOException {
        String key = FILES.toAbsolutePath().resolve("vector-key.pem").toString();
        return new ExternalKeyManager(script(String.join(
                "\n",
                "case \"$*\" in",
                "features) echo '{\"signing\":[\"" + signing + "\"],\"public-keys\":[\"DER\"]}';;",
                "key-names) echo '{\"key-names\":[\"vector-key\"]}';;",
                "'get-public-key -f DER -k vector-key') openssl pkey -in " + key + " -pubout -outform DER;;",
                "'sign -m RSA-PKCS -k vector-key') openssl rsautl -sign -inkey " + key + ";;",
                "*) exit 1;;",
                "esac")));
    }

    private String script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("keymgr"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
