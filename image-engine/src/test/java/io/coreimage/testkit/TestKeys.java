package io.coreimage.testkit;

import io.coreimage.key.Passphrase;
import io.coreimage.key.SecretKeyFile;
import io.coreimage.key.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secret keys that everyone may know, by the names of the vectors: {@code vector-key}, {@code vector-root}, {@code
 * vector-late}, {@code vector-expired}, {@code vector-stray} and, with 2048 bits only, {@code vector-small}.
 */
public final class TestKeys {

    private static final Map<String, SigningKey> OPENED = new ConcurrentHashMap<>();

    private TestKeys() {}

    /** Return a key, ready to sign. */
    public static SigningKey signing(String name) {
        return OPENED.computeIfAbsent(
                name, any -> SecretKeyFile.read(secretKeyFile(name), name).open(key -> Passphrase.none()));
    }

    /** Return a key as an armoured OpenPGP file without a passphrase. */
    public static byte[] secretKeyFile(String name) {
        return read(name + ".secret.asc");
    }

    /** Return a public key as {@code snap export-key} prints it. */
    public static String publicKeyText(String name) {
        return new String(read(name + ".pub"), StandardCharsets.UTF_8);
    }

    /** Return any file of the folder of keys. */
    public static byte[] read(String file) {
        try (InputStream stream = TestKeys.class.getResourceAsStream("keys/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no test key file " + file);
            }
            return stream.readAllBytes();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
