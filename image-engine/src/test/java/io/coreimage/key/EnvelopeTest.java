package io.coreimage.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.key.EnvelopeException.Fault;
import io.coreimage.testkit.TestKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final byte[] CONTENT = "type: model".getBytes(StandardCharsets.UTF_8);

    private final SigningKey key = TestKeys.signing("vector-key");
    private final String signature = key.sign(CONTENT, Instant.EPOCH);

    @Test
    void aSignatureIsLinesOf76CharactersWithOneLineFeedAtTheEnd() {
        assertThat(signature)
                .startsWith("AcLBUgQAAQoABgUCAAAAAA")
                .endsWith("\n")
                .doesNotEndWith("\n\n");
        assertThat(signature.lines().toList().subList(0, 9)).allMatch(line -> line.length() == 76);
    }

    @ParameterizedTest
    @CsvSource({
        "'', C1",
        "AcLB!, C2",
        "AcLBU, C2",
        "'AcLB Ug==', C2",
        "A_-B, C2",
        "'\n', C3",
        "'\r\n', C3",
        "AsLBUg==, C4",
        "AQ==, C5",
        "ATAA, C5", // the byte after the version does not start a packet
        "AcIBBQ==, C5", // a signature packet of one byte, version 5
        "AcIBAw==, C7", // version 3
        "AcUA, C7", // tag 5
    })
    void whatIsNoSignatureIsRefused(String text, String rule) {
        refused(rule, () -> key.publicKey().verify(CONTENT, text));
    }

    @ParameterizedTest
    @CsvSource({
        "'', C1",
        "AQID, C5",
        "AcYGBAAAAAAR, C8", // DSA
        "AcYGBAAAAAAB, C5", // RSA without numbers
        "AcYGAwAAAAAB, C7", // version 3
        "AcIGBAAAAAAB, C5", // tag 2, but no signature that can be read
    })
    void whatIsNoPublicKeyIsRefused(String text, String rule) {
        refused(rule, () -> PublicKey.decode(text));
    }

    @Test
    void bytesBehindThePacketAreRefused() {
        refused("C6", () -> key.publicKey().verify(CONTENT, insert(signature, bytes(signature).length, 1)));
    }

    @Test
    void bytesInsideThePacketBehindItsContentAreTolerated() {
        byte[] packet = bytes(signature);
        byte[] longer = ByteBuffer.wrap(insertAt(packet, packet.length, 1))
                .putShort(2, (short) (ByteBuffer.wrap(packet).getShort(2) + 1))
                .array();

        key.publicKey().verify(CONTENT, text(longer));
    }

    @Test
    void otherContentIsRefused() {
        refused("C9", () -> key.publicKey().verify("type: modem".getBytes(StandardCharsets.UTF_8), signature));
    }

    @Test
    void anotherKeyIsRefused() {
        refused("C10", () -> TestKeys.signing("vector-root").publicKey().verify(CONTENT, signature));
    }

    @Test
    void aFlippedBitInTheRsaValueIsRefused() {
        byte[] packet = bytes(signature);
        packet[packet.length - 1] ^= 1;

        refused("C10", () -> key.publicKey().verify(CONTENT, text(packet)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 16, 18, 20, 22, 500})
    void aTruncatedSignatureIsRefused(int length) {
        byte[] packet = bytes(signature);

        refused(
                "C5",
                () -> key.publicKey()
                        .verify(
                                CONTENT,
                                text(ByteBuffer.allocate(length)
                                        .put(packet, 0, length)
                                        .array())));
    }

    @Test
    void lineEndsDoNotMatter() {
        key.publicKey().verify(CONTENT, signature.replace("\n", "\r\n"));
        key.publicKey().verify(CONTENT, signature.replace("\n", ""));
    }

    @Test
    void anOldPacketHeaderIsRead() {
        byte[] packet = bytes(signature);
        ByteBuffer old = ByteBuffer.allocate(packet.length).put((byte) 1).put((byte) 0x89);
        old.putShort((short) (packet.length - 4)).put(packet, 4, packet.length - 4);

        key.publicKey().verify(CONTENT, text(old.array()));
    }

    @Test
    void aPacketInPartsIsRead() {
        byte[] packet = bytes(signature);
        int rest = packet.length - 4 - 512;
        ByteBuffer parts =
                ByteBuffer.allocate(2 + 1 + 512 + 1 + rest).put((byte) 1).put((byte) 0xc2);
        parts.put((byte) (224 + 9)).put(packet, 4, 512).put((byte) rest).put(packet, 516, rest);

        key.publicKey().verify(CONTENT, text(parts.array()));
    }

    private static void refused(String rule, Runnable action) {
        assertThatExceptionOfType(EnvelopeException.class)
                .isThrownBy(action::run)
                .extracting(EnvelopeException::fault)
                .extracting(Fault::rule)
                .isEqualTo(rule);
    }

    private static String insert(String text, int offset, int count) {
        return text(insertAt(bytes(text), offset, count));
    }

    private static byte[] insertAt(byte[] bytes, int offset, int count) {
        ByteBuffer longer = ByteBuffer.allocate(bytes.length + count);
        return longer.put(bytes, 0, offset)
                .put(new byte[count])
                .put(bytes, offset, bytes.length - offset)
                .array();
    }

    private static byte[] bytes(String text) {
        return Base64.getMimeDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
