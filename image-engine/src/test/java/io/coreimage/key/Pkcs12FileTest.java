package io.coreimage.key;

import static io.coreimage.key.PlacesFixture.FILES;
import static io.coreimage.key.PlacesFixture.OPEN_SESAME;
import static io.coreimage.key.PlacesFixture.WRONG;
import static io.coreimage.key.PlacesFixture.refused;
import static io.coreimage.key.PlacesFixture.signsLikeVectorKey;

import io.coreimage.testkit.Foreign;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12FileTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatOpensslMadeSigns() {
        signsLikeVectorKey(new Pkcs12File(FILES.resolve("vector-key.p12"), OPEN_SESAME), "vector-key");
    }

    @Test
    void aFileThatKeytoolMadeSigns() {
        Path copy = folder.resolve("keytool.p12");
        Foreign.tool("keytool")
                .run(
                        "-importkeystore",
                        "-noprompt",
                        "-srckeystore",
                        FILES.resolve("vector-key.p12").toAbsolutePath().toString(),
                        "-srcstorepass",
                        "opensesame",
                        "-destkeystore",
                        copy.toString(),
                        "-deststoretype",
                        "PKCS12",
                        "-deststorepass",
                        "opensesame");

        signsLikeVectorKey(new Pkcs12File(copy, OPEN_SESAME), "vector-key");
    }

    @Test
    void aWrongPassphraseIsRefused() {
        refused(
                () -> new Pkcs12File(FILES.resolve("vector-key.p12"), WRONG).list(),
                "vector-key.p12\": the passphrase is wrong",
                "environment variable");
    }

    @Test
    void anotherKindOfFileIsRefused() {
        refused(
                () -> new Pkcs12File(FILES.resolve("locked.gpg"), OPEN_SESAME).list(),
                "it is not a PKCS#12 file",
                "core-image.keyStore");
    }
}
