package io.coreimage.key;

import io.coreimage.bytes.Digest;
import io.coreimage.key.EnvelopeException.Fault;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Set;

/** An RSA public key: its id, its text in an account-key, and the judge over signatures. */
public final class PublicKey {

    private static final Envelope KEY = new Envelope("public key");

    private static final Envelope SIGNATURE = new Envelope("signature");

    private static final Set<Integer> RSA_VARIANTS = Set.of(1, 2, 3);

    private final PublicKeyPacket packet;
    private final KeyId id;

    private PublicKey(PublicKeyPacket packet) {
        this.packet = packet;
        byte[] content = Envelope.content(packet.toPacket());
        this.id = new KeyId(Digest.compute(Digest.Algorithm.SHA3_384, content).base64Url());
    }

    /** Return the key of a modulus and an exponent. */
    public static PublicKey of(BigInteger modulus, BigInteger exponent) {
        return new PublicKey(new PublicKeyPacket(Mpi.of(modulus), Mpi.of(exponent)));
    }

    /** Return the key of the JDK's form. */
    public static PublicKey of(RSAPublicKey key) {
        return of(key.getModulus(), key.getPublicExponent());
    }

    /**
     * Read a key from the body of an account-key, or from a {@code device-key} header.
     * @throws EnvelopeException if it is not one
     */
    public static PublicKey decode(String envelope) {
        Packet packet = KEY.open(envelope);
        try {
            return of(packet);
        } catch (UnreadablePacket ex) {
            throw KEY.unreadable(ex);
        }
    }

    static PublicKey of(Packet packet) throws UnreadablePacket {
        boolean keyTag = packet.tag() == Packet.PUBLIC_KEY || packet.tag() == Packet.PUBLIC_SUBKEY;
        if (packet.tag() == Packet.SIGNATURE && Octets.u8(packet.body()) == 4) {
            // Only a signature that can be read is another kind of packet; anything else is unreadable.
            SignaturePacket.readFrom(packet.body());
        }
        if (!keyTag || PublicKeyPacket.version(packet.body()) < 4) {
            throw KEY.fault(Fault.OTHER_PACKET, "it holds another kind of packet");
        }
        if (PublicKeyPacket.version(packet.body()) > 4) {
            throw new UnreadablePacket("its packet has version " + PublicKeyPacket.version(packet.body()));
        }
        if (!RSA_VARIANTS.contains(PublicKeyPacket.algorithm(packet.body()))) {
            throw KEY.fault(Fault.NOT_RSA, "it is not an RSA key");
        }
        PublicKeyPacket read = PublicKeyPacket.readFrom(packet.body());
        return of(read.modulus().value(), read.exponent().value());
    }

    /** Return the key's id. */
    public KeyId id() {
        return id;
    }

    /** Return the length of the modulus in bits. */
    public int bits() {
        return packet.modulus().value().bitLength();
    }

    /** Return the body of the key's account-key: lines without a last line feed. */
    public String encoded() {
        return Envelope.seal(packet.toPacket());
    }

    /** Return the length of an RSA value in bytes. */
    int modulusLength() {
        return (bits() + 7) / 8;
    }

    /**
     * Check that a signature is this key's over the content.
     * @param content the signed bytes: an assertion's headers and body
     * @param signatureText what stands behind them in the assertion
     * @throws EnvelopeException if it is unreadable, belongs to other content or to another key
     */
    public void verify(byte[] content, String signatureText) {
        Packet packet = SIGNATURE.open(signatureText);
        try {
            verify(content, signature(packet));
        } catch (UnreadablePacket ex) {
            throw SIGNATURE.unreadable(ex);
        }
    }

    /**
     * Return the time that a signature names, be it valid or not.
     * @throws EnvelopeException if it is unreadable
     */
    public static Instant signatureTime(String signatureText) {
        Packet packet = SIGNATURE.open(signatureText);
        try {
            return Instant.ofEpochSecond(signature(packet).created());
        } catch (UnreadablePacket ex) {
            throw SIGNATURE.unreadable(ex);
        }
    }

    private static SignaturePacket signature(Packet packet) throws UnreadablePacket {
        ByteBuffer body = packet.body();
        if (packet.tag() != Packet.SIGNATURE || Octets.u8(body.duplicate()) < 4) {
            throw SIGNATURE.fault(Fault.OTHER_PACKET, "it holds another kind of packet");
        }
        return SignaturePacket.readFrom(body);
    }

    private void verify(byte[] content, SignaturePacket signature) {
        byte[] trailer = signature.trailer();
        MessageDigest digest = signature.hash().newDigest();
        digest.update(content);
        if (!signature.hasTagOf(digest.digest(trailer))) {
            throw new EnvelopeException(
                    "verify signature", Fault.OTHER_CONTENT, "the text is not the one that was signed");
        }
        if (signature.algorithm() != SignaturePacket.RSA || !isSignatureOf(content, trailer, signature)) {
            throw new EnvelopeException(
                    "verify signature", Fault.WRONG_SIGNATURE, "it was not made with key " + id.text());
        }
    }

    private boolean isSignatureOf(byte[] content, byte[] trailer, SignaturePacket signature) {
        if (signature.value().value().compareTo(packet.modulus().value()) >= 0) {
            return false;
        }
        try {
            Signature rsa = Signature.getInstance(signature.hash().signatureName());
            rsa.initVerify(toJdk());
            rsa.update(content);
            rsa.update(trailer);
            return rsa.verify(signature.value().bytes(modulusLength()));
        } catch (GeneralSecurityException ex) {
            // The JDK refuses keys that no one can sign with, such as one of 8 bits or with exponent 1.
            return false;
        }
    }

    private java.security.PublicKey toJdk() throws GeneralSecurityException {
        RSAPublicKeySpec spec =
                new RSAPublicKeySpec(packet.modulus().value(), packet.exponent().value());
        return KeyFactory.getInstance("RSA").generatePublic(spec);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id.text();
    }
}
