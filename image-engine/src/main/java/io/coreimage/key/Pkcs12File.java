package io.coreimage.key;

import io.coreimage.problem.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;

/** A PKCS#12 file, as {@code keytool} and {@code openssl pkcs12} write it; one passphrase opens the file and its keys. */
public final class Pkcs12File implements KeyPlace {

    private final Path file;
    private final Passphrases passphrases;

    public Pkcs12File(Path file, Passphrases passphrases) {
        this.file = file;
        this.passphrases = passphrases;
    }

    @Override
    public String description() {
        return "PKCS#12 file \"" + file + "\"";
    }

    @Override
    public List<StoredKey> list() {
        try (Passphrase passphrase = passphrase()) {
            return JdkKeys.list(load(passphrase), this);
        } catch (GeneralSecurityException ex) {
            throw damaged(ex);
        }
    }

    @Override
    public Optional<List<Path>> files() {
        return Optional.of(List.of(file));
    }

    @Override
    public SigningKey open(StoredKey key) {
        try (Passphrase passphrase = passphrase()) {
            PrivateKey secret = (PrivateKey) load(passphrase).getKey(key.name(), passphrase.characters());
            return new PacketSigningKey(key.publicKey(), new JdkRsa(secret, Optional.empty()));
        } catch (GeneralSecurityException ex) {
            throw damaged(ex);
        }
    }

    private Passphrase passphrase() {
        return passphrases.of(String.valueOf(file.getFileName()));
    }

    private KeyStore load(Passphrase passphrase) throws GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try {
            keys.load(new ByteArrayInputStream(KeyFile.content(file)), passphrase.characters());
            return keys;
        } catch (IOException ex) {
            // The JDK says a wrong passphrase with this cause, and garbage without.
            throw ex.getCause() instanceof java.security.UnrecoverableKeyException ? wrongPassphrase(ex) : damaged(ex);
        }
    }

    private RefusedException wrongPassphrase(Exception cause) {
        return new RefusedException(
                "cannot open the " + description() + ": the passphrase is wrong",
                SecretKeyFile.CHECK_PASSPHRASE,
                cause);
    }

    private RefusedException damaged(Exception cause) {
        return new RefusedException(
                "cannot open the " + description() + ": it is not a PKCS#12 file, or it is damaged",
                "Check core-image.keyStore; files ending in .p12 and .pfx are read as PKCS#12.",
                cause);
    }
}
