package io.coreimage.key;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The RSA keys of a key store of the JDK; each has a certificate, which only says its public half here. */
final class JdkKeys {

    private JdkKeys() {}

    static List<StoredKey> list(KeyStore keys, KeyPlace place) throws GeneralSecurityException {
        List<String> names = new ArrayList<>(Collections.list(keys.aliases()));
        Collections.sort(names);
        List<StoredKey> found = new ArrayList<>();
        for (String name : names) {
            Certificate certificate = keys.getCertificate(name);
            if (keys.isKeyEntry(name)
                    && certificate != null
                    && certificate.getPublicKey() instanceof RSAPublicKey rsa) {
                found.add(new StoredKey(name, PublicKey.of(rsa), place));
            }
        }
        return List.copyOf(found);
    }
}
