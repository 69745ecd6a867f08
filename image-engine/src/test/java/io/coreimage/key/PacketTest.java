package io.coreimage.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets against bytes written out, one field a line. */
class PacketTest {

    @Test
    void aSignatureOfAFile() throws UnreadablePacket {
        String bytes = """
                c2 14
                04
                00
                01
                0a
                00 06
                05 02 5e 67 8a 71
                00 00
                ab cd
                00 10
                00 05
                """;
        SignaturePacket signature =
                SignaturePacket.unsigned(0x5e678a71).signed(hex("abcd01"), Mpi.ofBytes(hex("0005")));

        assertThat(written(signature.toPacket())).isEqualTo(hex(bytes));
        assertThat(read(bytes).created()).isEqualTo(0x5e678a71L);
        assertThat(read(bytes).trailer()).isEqualTo(hex("04 00 01 0a 00 06 05 02 5e 67 8a 71 04 ff 00 00 00 0c"));
    }

    @Test
    void aSignatureOfGnupgIsWrittenAgainInTheShortestForm() throws UnreadablePacket {
        String old = """
                88 21
                04 00 01 0a
                00 06 05 02 5e 67 8a 71
                00 0e
                ff 00 00 00 09 90 0102030405060708
                ab cd
                00 03 05
                """;
        String rewritten = """
                c2 1d
                04 00 01 0a
                00 06 05 02 5e 67 8a 71
                00 0a
                09 10 0102030405060708
                ab cd
                00 03 05
                """;

        assertThat(written(read(old).toPacket())).isEqualTo(hex(rewritten));
    }

    @Test
    void aPublicKey() {
        String bytes = """
                c6 0d
                04
                56 85 c1 80
                01
                00 09 01 ff
                00 02 03
                """;
        PublicKeyPacket key = new PublicKeyPacket(Mpi.of(BigInteger.valueOf(0x1ff)), Mpi.of(BigInteger.valueOf(3)));

        assertThat(written(key.toPacket())).isEqualTo(hex(bytes));
    }

    @ParameterizedTest
    @CsvSource({"191, bf", "192, c000", "8383, dfff", "8384, ff000020c0"})
    void lengthsAreWrittenInOneTwoOrFiveBytes(int length, String bytes) throws UnreadablePacket {
        ByteBuffer out = ByteBuffer.allocate(Packet.lengthSize(length));
        Packet.writeLength(out, length);

        assertThat(out.array()).isEqualTo(hex(bytes));
        assertThat(Packet.length(out.flip(), Octets.u8(out))).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "c2 0f 04 00 01 0a 00 03 02 02 00 00 00 00 00 00 00, its creation time does not have 4 bytes",
        "c2 12 04 00 01 0a 00 06 05 e3 5e 67 8a 71 00 00 00 00 00 00, it has a critical property of unknown type 99",
        "c2 0c 04 00 01 0a 00 00 00 00 00 00 00 00, it lacks a creation time",
        "c2 12 04 00 01 03 00 06 05 02 5e 67 8a 71 00 00 00 00 00 00, it uses hash function number 3",
        "c2 13 04 00 01 0a 00 07 05 02 5e 67 8a 71 00 00 00 00 00 00 00, its packet is cut off"
    })
    void whatNobodyUnderstandsIsRefused(String bytes, String reason) {
        assertThatExceptionOfType(UnreadablePacket.class)
                .isThrownBy(() -> read(bytes))
                .withMessage(reason);
    }

    @Test
    void aNumberKeepsItsLeadingZeros() throws UnreadablePacket {
        Mpi number = Mpi.readFrom(ByteBuffer.wrap(hex("0010 0005")));

        assertThat(number).isEqualTo(new Mpi(16, BigInteger.valueOf(5)));
        assertThat(number.bytes(4)).isEqualTo(hex("00000005"));
        assertThat(Mpi.of(BigInteger.valueOf(0x80)).size()).isEqualTo(3);
    }

    @Test
    void theListOfGnupgNamesRsaKeysByTheirLastUserId() {
        GnupgListing listing = new GnupgListing();
        List.of(
                        "sec:u:4096:1:DEB0CD3C9212F29D:1451606400:::u:::scESC:::+:::23::0:",
                        "fpr:::::::::180175D349A36FF559BFD625DEB0CD3C9212F29D:",
                        "uid:u::::1451606400::X::first::::::::::0:",
                        "uid:u::::1451606400::X::second::::::::::0:",
                        "ssb:u:4096:1:1111111111111111:1451606400::::::e:::+:::23:",
                        "fpr:::::::::0000000000000000000000000000000000000000:",
                        "sec:u:256:22:2222222222222222:1451606400:::u:::scESC:::+:::ed25519:::0:",
                        "fpr:::::::::3333333333333333333333333333333333333333:",
                        "uid:u::::1451606400::X::elliptic::::::::::0:")
                .forEach(listing::line);

        assertThat(listing.fingerprints())
                .hasSize(1)
                .containsEntry("second", "180175D349A36FF559BFD625DEB0CD3C9212F29D");
    }

    private static SignaturePacket read(String bytes) throws UnreadablePacket {
        return SignaturePacket.readFrom(
                Packet.readFrom(ByteBuffer.wrap(hex(bytes))).body());
    }

    private static byte[] written(Packet packet) {
        ByteBuffer out = ByteBuffer.allocate(packet.size());
        packet.writeTo(out);
        return out.array();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }
}
