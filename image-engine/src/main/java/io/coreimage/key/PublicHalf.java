package io.coreimage.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an OpenPGP secret key file tells everybody. A model that is signed already needs no more, and the library that opens
 * the rest takes longer to load than such a build takes; it is asked only about files of an unusual form.
 * @param name the name that the key was made with
 * @param key its public half
 */
record PublicHalf(Optional<String> name, PublicKey key) {

    private static final int SECRET_SUBKEY = 7;
    private static final int USER_ID = 13;
    private static final Set<Integer> BESIDES = Set.of(Packet.SIGNATURE, SECRET_SUBKEY, USER_ID);
    private static final Set<Integer> RSA = Set.of(1, 3);
    private static final int VERSION = 4;
    private static final Pattern ARMOUR =
            Pattern.compile("\\s*-----BEGIN PGP PRIVATE KEY BLOCK-----\\r?\\n(?:[A-Za-z]+: [^\\n]*\\n){0,20}\\r?\\n"
                    + "([A-Za-z0-9+/\\r\\n]+={0,2})\\r?\\n=([A-Za-z0-9+/]{4})\\r?\\n"
                    + "-----END PGP PRIVATE KEY BLOCK-----\\s*");

    /** Read the file's content. */
    static PublicHalf of(byte[] content, String where) {
        return look(content).orElseGet(() -> {
            SecretKeyFile file = SecretKeyFile.read(content, where);
            return new PublicHalf(file.name(), file.publicKey());
        });
    }

    /** Return what the file says, if it is of the usual form. */
    static Optional<PublicHalf> look(byte[] content) {
        try {
            boolean binary = content.length > 0 && content[0] < 0;
            Optional<byte[]> bytes = binary ? Optional.of(content) : bare(content);
            return bytes.isPresent() ? half(packets(ByteBuffer.wrap(bytes.get()))) : Optional.empty();
        } catch (UnreadablePacket | IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

    /** Return the bytes inside the armour, if its sum is right. */
    private static Optional<byte[]> bare(byte[] content) {
        Matcher armour = ARMOUR.matcher(new String(content, StandardCharsets.ISO_8859_1));
        if (!armour.matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getMimeDecoder().decode(armour.group(1));
        byte[] sum = Base64.getDecoder().decode(armour.group(2));
        boolean right = crc24(bytes) == (((sum[0] & 0xff) << 16) | ((sum[1] & 0xff) << 8) | (sum[2] & 0xff));
        return right ? Optional.of(bytes) : Optional.empty();
    }

    /** The checksum of RFC 4880, section 6.1. */
    private static int crc24(byte[] bytes) {
        int crc = 0xb704ce;
        for (byte each : bytes) {
            crc ^= (each & 0xff) << 16;
            for (int i = 0; i < 8; i++) {
                crc <<= 1;
                crc ^= (crc & 0x1000000) == 0 ? 0 : 0x1864cfb;
            }
        }
        return crc;
    }

    private static List<Packet> packets(ByteBuffer bytes) throws UnreadablePacket {
        List<Packet> packets = new ArrayList<>();
        while (bytes.hasRemaining()) {
            packets.add(Packet.readFrom(bytes));
        }
        return packets;
    }

    /** Return what one RSA key with its names and signatures says, and nothing for any other file. */
    private static Optional<PublicHalf> half(List<Packet> packets) throws UnreadablePacket {
        boolean usual = packets.size() > 1
                && packets.get(0).tag() == Packet.SECRET_KEY
                && packets.stream().skip(1).allMatch(each -> BESIDES.contains(each.tag()));
        if (!usual) {
            return Optional.empty();
        }
        ByteBuffer body = packets.get(0).body();
        if (PublicKeyPacket.version(body) != VERSION || !RSA.contains(PublicKeyPacket.algorithm(body))) {
            return Optional.empty();
        }
        PublicKeyPacket numbers = PublicKeyPacket.readFrom(body);
        Optional<String> name = packets.stream()
                .filter(each -> each.tag() == USER_ID)
                .findFirst()
                .map(each -> StandardCharsets.UTF_8.decode(each.body()).toString());
        return Optional.of(new PublicHalf(
                name, PublicKey.of(numbers.modulus().value(), numbers.exponent().value())));
    }
}
