package io.coreimage.assertion;

import io.coreimage.key.Passphrases;
import io.coreimage.key.SecretKeyFile;
import io.coreimage.key.SigningKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of the vectors, which are public on purpose and have no passphrase. */
final class TestKeys {

    private static final Map<String, SigningKey> KEYS = new ConcurrentHashMap<>();

    private static final Passphrases NONE = name -> {
        throw new AssertionError("the key " + name + " needs no passphrase");
    };

    private TestKeys() {}

    static SigningKey key(String name) {
        return KEYS.computeIfAbsent(name, TestKeys::read);
    }

    private static SigningKey read(String name) {
        return SecretKeyFile.read(Vectors.bytes("keys/" + name + ".secret.asc"), name)
                .open(NONE);
    }
}
