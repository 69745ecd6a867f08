package io.coreimage.key;

import io.coreimage.problem.RefusedException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.function.Function;

/** A key that gives bare RSA values, which are dressed as OpenPGP signatures here. */
final class PacketSigningKey implements SigningKey {

    /** One RSA operation: PKCS#1 v1.5 over the SHA-512 of a message. */
    interface RsaOperation {

        /** Return the RSA value in the modulus' full size. */
        byte[] sign(byte[] message);
    }

    private final PublicKey publicKey;
    private final RsaOperation operation;

    PacketSigningKey(PublicKey publicKey, RsaOperation operation) {
        this.publicKey = publicKey;
        this.operation = operation;
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public String sign(byte[] content, Instant created) {
        requireStrength(publicKey);
        return sign(content, SignaturePacket.unsigned(seconds(created)), Mpi::ofBytes);
    }

    String sign(byte[] content, SignaturePacket unsigned, Function<byte[], Mpi> form) {
        byte[] message = message(content, unsigned.trailer());
        MessageDigest digest = HashFunction.SHA512.newDigest();
        SignaturePacket signed = unsigned.signed(digest.digest(message), form.apply(operation.sign(message)));
        return checked(publicKey, content, Envelope.seal(signed.toPacket()) + "\n");
    }

    private static byte[] message(byte[] content, byte[] trailer) {
        byte[] message = new byte[content.length + trailer.length];
        System.arraycopy(content, 0, message, 0, content.length);
        System.arraycopy(trailer, 0, message, content.length, trailer.length);
        return message;
    }

    static void requireStrength(PublicKey key) {
        if (key.bits() < MINIMUM_BITS) {
            throw new RefusedException(
                    "cannot sign with key " + key.id() + ": it has " + key.bits() + " bits, at least " + MINIMUM_BITS
                            + " are needed",
                    "Make a new key with core-image:create-key and register it for your account.");
        }
    }

    /** Return the signature if it verifies; what a program or a token gives may be made by another key. */
    static String checked(PublicKey key, byte[] content, String signature) {
        try {
            key.verify(content, signature);
            return signature;
        } catch (EnvelopeException ex) {
            throw new RefusedException(
                    "cannot sign with key " + key.id() + ": the signature that was made does not verify with it",
                    "Look for a signing subkey, or for a second key under the same name, where this key is kept.",
                    ex);
        }
    }

    /** Return a time as OpenPGP writes it: unsigned seconds since 1970. */
    static int seconds(Instant time) {
        long seconds = time.getEpochSecond();
        if (seconds < 0 || seconds > 0xffffffffL) {
            throw new RefusedException("cannot sign at " + time + ": signatures know times from 1970 to 2106 only");
        }
        return (int) seconds;
    }
}
