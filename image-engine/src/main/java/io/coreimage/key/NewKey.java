package io.coreimage.key;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.bcpg.RSASecretBCPGKey;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** Makes a key and its protected OpenPGP file, of the same kind as {@code snap create-key} makes in GnuPG. */
final class NewKey {

    private static final int BITS = 4096;

    /** The creation time that snapd gives every key, since an id must not depend on it. */
    private static final Date CREATED = Date.from(Instant.ofEpochSecond(io.coreimage.key.PublicKeyPacket.CREATED));

    /** The largest work factor that OpenPGP can say: 65 MB are hashed for each passphrase that is tried. */
    private static final int MOST_WORK = 0xff;

    private NewKey() {}

    /** Return the armoured file of a new key. */
    static byte[] file(KeyName name, Passphrase passphrase, SecureRandom random) {
        try {
            return armoured(secretKey(name, openPgp(rsa(random)), passphrase, random));
        } catch (GeneralSecurityException | PGPException | IOException ex) {
            throw new IllegalStateException("every Java 17 makes RSA keys", ex);
        }
    }

    private static KeyPair rsa(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(BITS, RSAKeyGenParameterSpec.F4), random);
        return generator.generateKeyPair();
    }

    private static PGPKeyPair openPgp(KeyPair pair) throws PGPException {
        RSAPublicKey open = (RSAPublicKey) pair.getPublic();
        RSAPrivateCrtKey secret = (RSAPrivateCrtKey) pair.getPrivate();
        RSAPublicBCPGKey numbers = new RSAPublicBCPGKey(open.getModulus(), open.getPublicExponent());
        PGPPublicKey publicKey = new PGPPublicKey(
                new PublicKeyPacket(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, CREATED, numbers),
                new BcKeyFingerprintCalculator());
        return new PGPKeyPair(
                publicKey,
                new PGPPrivateKey(publicKey.getKeyID(), publicKey.getPublicKeyPacket(), secretNumbers(secret)));
    }

    private static RSASecretBCPGKey secretNumbers(RSAPrivateCrtKey secret) {
        BigInteger p = secret.getPrimeP();
        BigInteger q = secret.getPrimeQ();
        return new RSASecretBCPGKey(secret.getPrivateExponent(), p, q);
    }

    private static PGPSecretKey secretKey(KeyName name, PGPKeyPair pair, Passphrase passphrase, SecureRandom random)
            throws PGPException {
        return new PGPSecretKey(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                name.text(),
                digest(HashAlgorithmTags.SHA1), // the checksum of the secret half; OpenPGP knows no other
                selfSigned(),
                new PGPSignatureSubpacketGenerator().generate(),
                new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA512),
                encryptor(passphrase, random));
    }

    private static PGPSignatureSubpacketVector selfSigned() {
        PGPSignatureSubpacketGenerator properties = new PGPSignatureSubpacketGenerator();
        properties.setSignatureCreationTime(false, CREATED);
        properties.setKeyFlags(false, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        properties.setPreferredHashAlgorithms(false, new int[] {HashAlgorithmTags.SHA512});
        return properties.generate();
    }

    private static PBESecretKeyEncryptor encryptor(Passphrase passphrase, SecureRandom random) throws PGPException {
        return new BcPBESecretKeyEncryptorBuilder(
                        SymmetricKeyAlgorithmTags.AES_256, digest(HashAlgorithmTags.SHA256), MOST_WORK)
                .setSecureRandom(random)
                .build(passphrase.characters());
    }

    private static PGPDigestCalculator digest(int algorithm) throws PGPException {
        return new BcPGPDigestCalculatorProvider().get(algorithm);
    }

    private static byte[] armoured(PGPSecretKey key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour =
                ArmoredOutputStream.builder().clearHeaders().build(out)) {
            key.encode(armour);
        }
        return out.toByteArray();
    }
}
