package io.coreimage.key;

import io.coreimage.problem.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.bcpg.RSASecretBCPGKey;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/** One OpenPGP secret key as {@code gpg --export-secret-keys} writes it, armoured or binary, locked or not. */
public final class SecretKeyFile {

    private static final String EXPORT = "Export the key with: gpg --export-secret-keys --armor <key name>.";

    static final String CHECK_PASSPHRASE =
            "Check where it comes from: the environment variable, the server in settings.xml, or what was typed.";

    private static final int LONGEST = 1 << 20;

    private final String where;
    private final PGPSecretKey secretKey;
    private final PublicKey publicKey;

    private SecretKeyFile(String where, PGPSecretKey secretKey, PublicKey publicKey) {
        this.where = where;
        this.secretKey = secretKey;
        this.publicKey = publicKey;
    }

    /**
     * Read the file's content.
     * @param content the bytes
     * @param where what the user calls the file, for messages
     */
    public static SecretKeyFile read(byte[] content, String where) {
        if (content.length > LONGEST) {
            throw refused(where, "it is larger than a key file can be", EXPORT, null);
        }
        PGPSecretKey secretKey = only(rings(content, where), where).getSecretKey();
        return new SecretKeyFile(where, secretKey, publicKey(secretKey, where));
    }

    private static List<PGPSecretKeyRing> rings(byte[] content, String where) {
        try {
            List<PGPSecretKeyRing> rings = new ArrayList<>();
            new BcPGPSecretKeyRingCollection(PGPUtil.getDecoderStream(new ByteArrayInputStream(content)))
                    .forEach(rings::add);
            return rings;
        } catch (IOException | PGPException | RuntimeException ex) {
            // On damaged bytes the library throws whatever comes first: index, cast or argument exceptions too.
            throw refused(where, "it is not an OpenPGP secret key", EXPORT, ex);
        }
    }

    private static PGPSecretKeyRing only(List<PGPSecretKeyRing> rings, String where) {
        if (rings.size() != 1) {
            String reason = rings.isEmpty() ? "it is not an OpenPGP secret key" : "it holds more than one secret key";
            throw refused(where, reason, EXPORT, null);
        }
        return rings.get(0);
    }

    private static PublicKey publicKey(PGPSecretKey secretKey, String where) {
        if (secretKey.getPublicKey().getPublicKeyPacket().getKey() instanceof RSAPublicBCPGKey rsa) {
            return PublicKey.of(rsa.getModulus(), rsa.getPublicExponent());
        }
        throw refused(
                where,
                "it is not an RSA key",
                "Ubuntu Core knows RSA keys only; make one with core-image:create-key.",
                null);
    }

    /** Return the name that the key was made with: its first user id. */
    public Optional<String> name() {
        Iterator<String> names = secretKey.getUserIDs();
        return names.hasNext() ? Optional.of(names.next()) : Optional.empty();
    }

    /** Return the key's public half, for which no passphrase is needed. */
    public PublicKey publicKey() {
        return publicKey;
    }

    /** Say whether a passphrase is needed to sign. */
    public boolean isLocked() {
        return secretKey.getKeyEncryptionAlgorithm() != SymmetricKeyAlgorithmTags.NULL;
    }

    /** Return the key, ready to sign; its passphrase is asked for where it has one. */
    public SigningKey open(Passphrases passphrases) {
        if (secretKey.isPrivateKeyEmpty()) {
            throw refused(where, "its secret half was taken out", EXPORT, null);
        }
        if (!isLocked()) {
            return open((PBESecretKeyDecryptor) null);
        }
        try (Passphrase passphrase = passphrases.of(name().orElse(where))) {
            return open(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                    .build(passphrase.characters()));
        }
    }

    private SigningKey open(@Nullable PBESecretKeyDecryptor decryptor) {
        try {
            Object secret = secretKey.extractPrivateKey(decryptor).getPrivateKeyDataPacket();
            PrivateKey privateKey = toJdk((RSASecretBCPGKey) secret);
            return new PacketSigningKey(publicKey, new JdkRsa(privateKey, Optional.empty()));
        } catch (PGPException | GeneralSecurityException | RuntimeException ex) {
            // A wrong passphrase gives garbage, on which the library may stumble in more than one way.
            throw isLocked() ? wrongPassphrase(ex) : refused(where, "its secret half is damaged", EXPORT, ex);
        }
    }

    private RefusedException wrongPassphrase(Exception cause) {
        return refused(where, "the passphrase is wrong", CHECK_PASSPHRASE, cause);
    }

    private PrivateKey toJdk(RSASecretBCPGKey secret) throws GeneralSecurityException {
        RSAPublicBCPGKey open =
                (RSAPublicBCPGKey) secretKey.getPublicKey().getPublicKeyPacket().getKey();
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        open.getModulus(),
                        open.getPublicExponent(),
                        secret.getPrivateExponent(),
                        secret.getPrimeP(),
                        secret.getPrimeQ(),
                        secret.getPrimeExponentP(),
                        secret.getPrimeExponentQ(),
                        secret.getCrtCoefficient()));
    }

    private static RefusedException refused(String where, String reason, String nextStep, @Nullable Exception cause) {
        return new RefusedException("cannot open key \"" + where + "\": " + reason, nextStep, cause);
    }
}
