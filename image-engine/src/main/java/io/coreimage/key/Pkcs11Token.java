package io.coreimage.key;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A smart card, a USB token or an HSM behind PKCS#11, through the JDK's own provider.
 *
 * <p>The token is described in a file of the provider's form ({@code name = …}, {@code library = …}, {@code slotListIndex
 * = …}); the PIN comes from where passphrases come from. A key shows up under its label if the token also holds a
 * certificate of the same id, be it self-signed.
 */
public final class Pkcs11Token implements KeyPlace {

    private static final String DOCUMENTATION = "See docs/keys.md for the form of the file.";

    /** PKCS#11's own name of this failure, which the JDK wraps differently from release to release. */
    private static final String WRONG_PIN = "CKR_PIN_INCORRECT";

    private final Path configuration;
    private final Passphrases passphrases;

    public Pkcs11Token(Path configuration, Passphrases passphrases) {
        this.configuration = configuration;
        this.passphrases = passphrases;
    }

    @Override
    public String description() {
        return "PKCS#11 token of \"" + configuration + "\"";
    }

    @Override
    public List<StoredKey> list() {
        try {
            return JdkKeys.list(load(provider()), this);
        } catch (GeneralSecurityException | ProviderException ex) {
            throw fault(ex);
        }
    }

    @Override
    public SigningKey open(StoredKey key) {
        try {
            Provider provider = provider();
            PrivateKey secret = (PrivateKey) load(provider).getKey(key.name(), null);
            return new PacketSigningKey(key.publicKey(), new JdkRsa(secret, Optional.of(provider)));
        } catch (GeneralSecurityException | ProviderException ex) {
            throw fault(ex);
        }
    }

    private Provider provider() {
        Provider provider = Security.getProvider("SunPKCS11");
        if (provider == null) {
            throw refused("this Java has no PKCS#11 provider", "Run Maven with a full JDK.", null);
        }
        if (!Files.isRegularFile(configuration)) {
            throw refused("there is no such file", DOCUMENTATION, null);
        }
        try {
            return provider.configure(configuration.toString());
        } catch (InvalidParameterException | ProviderException ex) {
            throw refused("the provider does not take the file (" + innermost(ex) + ")", DOCUMENTATION, ex);
        }
    }

    private KeyStore load(Provider provider) throws GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS11", provider);
        try (Passphrase pin = passphrases.of(String.valueOf(configuration.getFileName()))) {
            keys.load(null, pin.characters());
            return keys;
        } catch (IOException ex) {
            throw innermost(ex).startsWith(WRONG_PIN)
                    ? refused("the PIN is wrong", SecretKeyFile.CHECK_PASSPHRASE, ex)
                    : fault(ex);
        }
    }

    private RefusedException refused(String reason, String nextStep, @Nullable Exception cause) {
        return new RefusedException("cannot open the " + description() + ": " + reason, nextStep, cause);
    }

    private FaultException fault(Exception cause) {
        return new FaultException("cannot use the " + description() + ": " + innermost(cause), cause);
    }

    private static String innermost(Throwable throwable) {
        Throwable cause = throwable.getCause();
        return cause == null ? String.valueOf(throwable.getMessage()) : innermost(cause);
    }
}
