package io.coreimage.key;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The body of a version 4 signature (RFC 4880, section 5.2.3).
 *
 * <pre>
 *   +----+------+-----------+------+------------+--------+------------+----------+----------+-----------+
 *   | 04 | type | algorithm | hash | length u16 | hashed | length u16 | unhashed | hash tag | RSA value |
 *   +----+------+-----------+------+------------+--------+------------+----------+----------+-----------+
 *   |&lt;----------- signed along with the content --------&gt;|
 * </pre>
 *
 * <p>Three layouts are found in the wild: GnuPG 1 (issuer in the unhashed area), GnuPG 2 (also a fingerprint in the
 * hashed one), and the one we write: a creation time and nothing else, the RSA value in the modulus' full size.
 * @param type what is signed; 0 is a file's bytes
 * @param algorithm 1 for RSA
 * @param hash the hash function
 * @param hashed the properties that are signed too, verbatim
 * @param unhashed the others
 * @param hashTag the first two bytes of the digest
 * @param value the RSA value
 */
record SignaturePacket(
        int type,
        int algorithm,
        HashFunction hash,
        ByteBuffer hashed,
        List<Subpacket> unhashed,
        int hashTag,
        Mpi value) {

    static final int RSA = 1;

    private static final int VERSION = 4;

    private static final int BINARY_DOCUMENT = 0;

    /** What stands between the content and the RSA value when a file is signed at a certain second. */
    static ByteBuffer hashedPart(int created) {
        ByteBuffer hashed = ByteBuffer.allocate(6).put((byte) 5).put((byte) Subpacket.CREATION_TIME);
        return hashed.putInt(created).flip();
    }

    /** Return the signature of a file, without its RSA value. */
    static SignaturePacket unsigned(int created) {
        ByteBuffer hashed = hashedPart(created);
        Mpi none = Mpi.ofBytes(new byte[0]);
        return new SignaturePacket(BINARY_DOCUMENT, RSA, HashFunction.SHA512, hashed, List.of(), 0, none);
    }

    SignaturePacket signed(byte[] digest, Mpi rsaValue) {
        return new SignaturePacket(type, algorithm, hash, hashed, unhashed, tagOf(digest), rsaValue);
    }

    static SignaturePacket readFrom(ByteBuffer in) throws UnreadablePacket {
        version(in);
        int type = Octets.u8(in);
        int algorithm = Octets.u8(in);
        HashFunction hash = hash(Octets.u8(in));
        ByteBuffer hashed = hashedArea(in);
        List<Subpacket> unhashed = unhashedArea(in);
        return new SignaturePacket(type, algorithm, hash, hashed, unhashed, Octets.u16(in), Mpi.readFrom(in));
    }

    private static void version(ByteBuffer in) throws UnreadablePacket {
        int version = Octets.u8(in);
        if (version != VERSION) {
            throw new UnreadablePacket("its packet has version " + version);
        }
    }

    private static HashFunction hash(int number) throws UnreadablePacket {
        return HashFunction.of(number)
                .orElseThrow(() -> new UnreadablePacket("it uses hash function number " + number));
    }

    private static ByteBuffer hashedArea(ByteBuffer in) throws UnreadablePacket {
        ByteBuffer area = Octets.take(in, Octets.u16(in));
        if (Subpacket.readArea(area.duplicate()).stream().noneMatch(Subpacket::isCreationTime)) {
            throw new UnreadablePacket("it lacks a creation time");
        }
        return area;
    }

    private static List<Subpacket> unhashedArea(ByteBuffer in) throws UnreadablePacket {
        List<Subpacket> subpackets = Subpacket.readArea(Octets.take(in, Octets.u16(in)));
        if (subpackets.stream().anyMatch(Subpacket::isCreationTime)) {
            throw new UnreadablePacket("its creation time is not among what is signed");
        }
        return subpackets;
    }

    /** Return the time it names, in seconds; the last one counts where there are several. */
    long created() throws UnreadablePacket {
        long created = 0;
        for (Subpacket property : Subpacket.readArea(hashed.duplicate())) {
            created = property.isCreationTime() ? Octets.u32(property.data().duplicate()) : created;
        }
        return created;
    }

    /** Return what is hashed behind the content: the first half of this packet and its length. */
    byte[] trailer() {
        int length = signedSize();
        ByteBuffer out = ByteBuffer.allocate(length + 6);
        writeSignedPart(out);
        return out.put((byte) VERSION).put((byte) 0xff).putInt(length).array();
    }

    /** Say whether a digest starts with the two bytes that this signature names. */
    boolean hasTagOf(byte[] digest) {
        return hashTag == tagOf(digest);
    }

    private static int tagOf(byte[] digest) {
        return ByteBuffer.wrap(digest).getShort() & 0xffff;
    }

    Packet toPacket() {
        ByteBuffer out = ByteBuffer.allocate(signedSize() + 2 + unhashedSize() + 2 + value.size());
        writeSignedPart(out);
        out.putShort((short) unhashedSize());
        unhashed.forEach(subpacket -> subpacket.writeTo(out));
        out.putShort((short) hashTag);
        value.writeTo(out);
        return new Packet(Packet.SIGNATURE, out.flip());
    }

    private void writeSignedPart(ByteBuffer out) {
        out.put((byte) VERSION).put((byte) type).put((byte) algorithm).put((byte) hash.number());
        out.putShort((short) hashed.remaining()).put(hashed.duplicate());
    }

    private int signedSize() {
        return 6 + hashed.remaining();
    }

    private int unhashedSize() {
        return unhashed.stream().mapToInt(Subpacket::size).sum();
    }
}
