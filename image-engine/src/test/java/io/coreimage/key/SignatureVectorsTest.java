package io.coreimage.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every assertion that other programs signed: verified, and signed again byte for byte. */
class SignatureVectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/key/vectors");

    /** What the manifest says about one file. */
    record Vector(String file, String key, String flavour, long created, String verdict) {

        static Vector of(JsonNode node) {
            return new Vector(
                    node.path("file").asText(),
                    node.path("signing-key").asText(),
                    node.path("flavour").asText(),
                    node.path("signature-created").asLong(),
                    node.path("verification").asText());
        }

        byte[] content() {
            return text().substring(0, split()).getBytes(StandardCharsets.UTF_8);
        }

        String signature() {
            return text().substring(split() + 2);
        }

        private int split() {
            return text().lastIndexOf("\n\n");
        }

        private String text() {
            try {
                return Files.readString(VECTORS.resolve(file));
            } catch (IOException ex) {
                throw new AssertionError(ex);
            }
        }

        boolean isTampered() {
            return file.contains("tampered");
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Vector> vectors() throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(VECTORS.resolve("manifest.json").toFile());
        return StreamSupport.stream(manifest.path("files").spliterator(), false).map(Vector::of);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everySignatureGetsItsVerdict(Vector vector) {
        PublicKey key = TestKeys.signing(vector.key()).publicKey();
        if (vector.isTampered()) {
            assertThatThrownBy(() -> key.verify(vector.content(), vector.signature()))
                    .isInstanceOf(EnvelopeException.class);
        } else {
            key.verify(vector.content(), vector.signature());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everySignatureIsMadeAgainByteForByte(Vector vector) {
        assumeThat(vector.isTampered()).isFalse();
        assertThat(sign(vector)).isEqualTo(vector.signature());
    }

    private static String sign(Vector vector) {
        SigningKey key = TestKeys.signing(vector.key());
        String ours = key.sign(vector.content(), Instant.ofEpochSecond(vector.created()));
        return vector.flavour().equals("C") ? ours : asGnupg(vector, key);
    }

    /** Dress our RSA value as GnuPG 2 would: with its fingerprint among what is signed, and in the shortest form. */
    private static String asGnupg(Vector vector, SigningKey key) {
        byte[] fingerprint = HexFormat.of().parseHex(fingerprint(vector.key()));
        ByteBuffer hashed = ByteBuffer.allocate(29)
                .put(new byte[] {0x16, 0x21, 4})
                .put(fingerprint)
                .put(SignaturePacket.hashedPart((int) vector.created()))
                .flip();
        Subpacket issuer = new Subpacket(16, false, ByteBuffer.wrap(fingerprint, 12, 8));
        SignaturePacket unsigned =
                new SignaturePacket(0, 1, HashFunction.SHA512, hashed, List.of(issuer), 0, Mpi.ofBytes(new byte[0]));
        return ((PacketSigningKey) key)
                .sign(
                        vector.content(),
                        unsigned,
                        value -> Mpi.of(Mpi.ofBytes(value).value()));
    }

    private static String fingerprint(String name) {
        try {
            JsonNode keys = new ObjectMapper().readTree(TestKeys.read("keys.json"));
            return StreamSupport.stream(keys.path("keys").spliterator(), false)
                    .filter(key -> key.path("name").asText().equals(name))
                    .map(key -> key.path("openpgp-fingerprint").asText())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }
}
