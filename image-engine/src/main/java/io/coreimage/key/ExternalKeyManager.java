package io.coreimage.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program of the user's that signs, spoken to as snapd does through {@code SNAPD_EXT_KEYMGR}: {@code features},
 * {@code key-names}, {@code get-public-key -f DER -k NAME} and {@code sign -m RSA-PKCS -k NAME}.
 *
 * <p>A program that can only make whole {@code OPENPGP} signatures is refused: it would put its own time into them, and
 * no two builds would be equal.
 */
public final class ExternalKeyManager implements KeyPlace {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final byte[] NOTHING = new byte[0];

    /** What PKCS#1 puts in front of a SHA-512 value. */
    private static final byte[] SHA512_PREFIX = HexFormat.of().parseHex("3051300d060960864801650304020305000440");

    private final ForeignProgram program;

    /**
     * Create an instance.
     * @param program the name or path of the program
     */
    public ExternalKeyManager(String program) {
        this.program = new ForeignProgram(program, "external key manager \"" + program + "\"");
    }

    @Override
    public String description() {
        return program.asked();
    }

    @Override
    public List<StoredKey> list() {
        requireFeatures();
        return texts(ask("key-names").path("key-names")).stream()
                .sorted()
                .map(name -> new StoredKey(name, publicKey(name), this))
                .toList();
    }

    private void requireFeatures() {
        JsonNode features = ask("features");
        requireFeature(features, "signing", "RSA-PKCS");
        requireFeature(features, "public-keys", "DER");
    }

    private void requireFeature(JsonNode features, String kind, String wanted) {
        List<String> offered = texts(features.path(kind));
        if (!offered.contains(wanted)) {
            throw new RefusedException(
                    "cannot use the " + description() + ": its " + kind + " are " + offered + " and lack " + wanted,
                    "Use a key manager that offers " + wanted + ".");
        }
    }

    private JsonNode ask(String command) {
        try {
            return JSON.readTree(program.require(List.of(command), NOTHING));
        } catch (JsonProcessingException ex) {
            throw strange("its answer to \"" + command + "\" is not JSON", ex);
        } catch (IOException ex) {
            throw strange("its answer to \"" + command + "\" cannot be read", ex);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private PublicKey publicKey(String name) {
        byte[] der = program.require(List.of("get-public-key", "-f", "DER", "-k", name), NOTHING);
        try {
            return PublicKey.of(
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException ex) {
            throw strange("its key \"" + name + "\" is not an RSA key in DER", ex);
        }
    }

    @Override
    public SigningKey open(StoredKey key) {
        return new PacketSigningKey(key.publicKey(), message -> sign(key.name(), message));
    }

    private byte[] sign(String name, byte[] message) {
        byte[] digest = HashFunction.SHA512.newDigest().digest(message);
        byte[] input = ByteBuffer.allocate(SHA512_PREFIX.length + digest.length)
                .put(SHA512_PREFIX)
                .put(digest)
                .array();
        return program.require(List.of("sign", "-m", "RSA-PKCS", "-k", name), input);
    }

    private FaultException strange(String reason, @Nullable Exception cause) {
        return new FaultException("cannot use the " + description() + ": " + reason, cause);
    }
}
