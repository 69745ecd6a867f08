package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SignVectorsTest {

    private static final AssertionSigner SIGNER = new AssertionSigner(new PaperKey());

    @TestFactory
    Stream<DynamicTest> everyInputIsSignedOrRefusedAsListed() {
        return Vectors.items(Vectors.json("checks/sign-inputs.json"))
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) throws Exception {
        byte[] input = vector.has("input_b64")
                ? Vectors.base64(vector.get("input_b64"))
                : Vectors.JSON.writeValueAsBytes(vector.get("input"));
        if (!vector.get("accept").asBoolean()) {
            assertThat(refusal(input).rule()).isEqualTo(vector.get("rule").asText());
            return;
        }
        String content = vector.get("content").asText();
        assertThat(new String(draft(input).content(), StandardCharsets.UTF_8)).isEqualTo(content);
        if (!vector.path("output_decodes").asBoolean(true)) {
            assertThat(refusal(input).rule()).isEqualTo("unreadable");
            return;
        }
        Assertion signed = SIGNER.signJson(input, Instant.EPOCH);
        assertThat(new String(signed.content(), StandardCharsets.UTF_8)).isEqualTo(content);
        if (vector.has("derived")) {
            assertThat(derived(Model.of(signed))).isEqualTo(vector.get("derived"));
        }
    }

    private static SigningDraft draft(byte[] input) {
        return SigningDraft.of(
                SigningInput.of(JsonInput.read(input)),
                new PaperKey().publicKey().id());
    }

    private static AssertionException refusal(byte[] input) {
        AssertionException refusal =
                catchThrowableOfType(AssertionException.class, () -> SIGNER.signJson(input, Instant.EPOCH));
        assertThat(refusal).isNotNull().hasMessageStartingWith("cannot sign ");
        return refusal;
    }

    /** Return what the vectors say about a model. */
    private static ObjectNode derived(Model model) {
        ObjectNode node = Vectors.JSON.createObjectNode();
        node.put("display-name", model.displayName());
        node.put("essential-count", model.essentialSnaps().size());
        node.put("grade", model.grade().word());
        node.set("preseed-authority", authorities(model.preseedAuthority()));
        node.set(
                "required",
                texts(model.requiredSnaps().stream().map(ModelSnap::name).toList()));
        node.set("serial-authority", authorities(model.serialAuthority()));
        ArrayNode snaps = node.putArray("snaps");
        model.snaps().forEach(snap -> snaps.add(snap(snap)));
        node.put("storage-safety", model.storageSafety().word());
        node.set("system-user-authority", authorities(model.systemUserAuthority()));
        ArrayNode sets = node.putArray("validation-sets");
        model.validationSets()
                .forEach(set -> sets.addObject()
                        .put("account-id", set.accountId())
                        .put("mode", set.mode().word())
                        .put("name", set.name())
                        .put("sequence", (int) set.sequence().orElse(0)));
        return node;
    }

    private static ObjectNode snap(ModelSnap snap) {
        ObjectNode node = Vectors.JSON.createObjectNode();
        node.put("classic", snap.classic());
        if (!snap.components().isEmpty()) {
            ObjectNode components = node.putObject("components");
            snap.components()
                    .forEach(component -> components
                            .putObject(component.name())
                            .put("presence", component.presence().word())
                            .set("modes", texts(component.modes())));
        }
        node.put("default-channel", snap.defaultChannel() == null ? "" : snap.defaultChannel());
        node.put("id", snap.id() == null ? "" : snap.id());
        node.set("modes", texts(snap.modes()));
        node.put("name", snap.name());
        node.put("pinned-track", snap.pinnedTrack() == null ? "" : snap.pinnedTrack());
        node.put("presence", snap.presence().word());
        node.put("type", snap.type().word());
        return node;
    }

    private static JsonNode authorities(Authorities authorities) {
        return authorities.anyone() ? Vectors.JSON.getNodeFactory().nullNode() : texts(authorities.accountIds());
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = Vectors.JSON.createArrayNode();
        texts.forEach(array::add);
        return array;
    }
}
