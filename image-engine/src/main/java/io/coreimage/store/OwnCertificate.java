package io.coreimage.store;

import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A certificate with its key that is shown to hosts that want to know who asks. */
public final class OwnCertificate {

    private static final Path NO_FILE = Path.of("NONE");

    private OwnCertificate() {}

    /**
     * Return what shows the certificates of a key store.
     * @param file the key store; {@code NONE} where it is no file, as Java calls a smart card
     * @param type its type, such as {@code PKCS12}
     * @param password the password of it and its keys, never shown
     */
    public static KeyManager[] of(Path file, String type, char[] password) {
        try (InputStream in = file.equals(NO_FILE) ? null : Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(type);
            store.load(in, password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (NoSuchFileException ex) {
            throw refused(file, "there is no such file", ex);
        } catch (IOException ex) {
            throw refused(file, "it cannot be read, or has another password", ex);
        } catch (GeneralSecurityException ex) {
            throw refused(file, "it is no key store of type " + type + ", or its key has another password", ex);
        }
    }

    private static RefusedException refused(Path file, String reason, Exception cause) {
        return new RefusedException(
                "cannot use the certificates of \"" + file + "\": " + reason,
                "Check javax.net.ssl.keyStore, keyStoreType and keyStorePassword in MAVEN_OPTS.",
                cause);
    }
}
