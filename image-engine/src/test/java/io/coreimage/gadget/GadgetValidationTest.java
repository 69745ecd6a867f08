package io.coreimage.gadget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.bytes.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of {@code validation.jsonl} is a gadget.yaml with what snapd makes of it: a layout, or the rule it breaks. */
class GadgetValidationTest {

    private static final Map<String, ModelKind> MODELS = Map.of(
            "nil", ModelKind.UNKNOWN,
            "uc16", ModelKind.CORE,
            "uc20", ModelKind.CORE_WITH_MODES,
            "classic", ModelKind.CLASSIC,
            "classicmodes", ModelKind.CLASSIC_WITH_MODES);

    record Case(String name, ModelKind model, String yaml, String rule, JsonNode volumes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(GadgetValidationTest.class.getResourceAsStream("/gadget/validation.jsonl"))) {
            ObjectMapper json = new ObjectMapper();
            List<Case> cases = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode node = json.readTree(line);
                cases.add(new Case(
                        node.get("name").asText(),
                        Objects.requireNonNull(MODELS.get(node.get("model").asText())),
                        node.get("yaml").asText(),
                        node.path("rule").asText(),
                        node.path("volumes")));
            }
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aGadgetIsReadOrRefusedAsSnapdDoes(Case each) {
        if (each.rule().isEmpty()) {
            assertThat(dump(Gadget.parse(each.yaml(), each.model()))).isEqualTo(dump(each.volumes()));
        } else {
            GadgetRefusedException refused =
                    catchThrowableOfType(GadgetRefusedException.class, () -> Gadget.parse(each.yaml(), each.model()));
            assertThat(refused).isNotNull();
            assertThat(refused.rule().name().replace('_', '-')).isEqualTo(each.rule());
            assertThat(refused).hasMessageMatching("(?s)cannot read gadget\\.yaml line \\d+: .*[^.]");
        }
    }

    private static List<String> dump(Gadget gadget) {
        List<String> lines = new ArrayList<>();
        List<Volume> volumes = new ArrayList<>(gadget.volumes());
        volumes.sort(Comparator.comparing(Volume::name)); // the vectors do not tell the order
        for (Volume volume : volumes) {
            lines.add(String.join(
                    " ",
                    volume.name(),
                    volume.schema().text(),
                    volume.bootloader() == null ? "" : volume.bootloader().text(),
                    volume.id(),
                    "" + volume.size().bytes(),
                    "" + volume.minSize().bytes()));
            for (int i = 0; i < volume.structures().size(); i++) {
                lines.add(dump(volume, i));
            }
        }
        return lines;
    }

    private static String dump(Volume volume, int index) {
        Structure each = volume.structures().get(index);
        Size offset = each.offset();
        OffsetWrite write = each.offsetWrite();
        return String.join(
                "|",
                "" + each.yamlIndex(),
                each.name(),
                each.label(),
                offset == null ? "null" : "" + offset.bytes(),
                "" + volume.start(index).bytes(),
                "" + each.minSize().bytes(),
                "" + each.size().bytes(),
                each.role().text(),
                write == null ? "" : write.toString());
    }

    private static List<String> dump(JsonNode volumes) {
        List<String> lines = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        volumes.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> {
            JsonNode volume = volumes.get(name);
            lines.add(String.join(
                    " ",
                    name,
                    volume.get("schema").asText(),
                    volume.get("bootloader").asText(),
                    volume.get("id").asText(),
                    volume.get("size").asText(),
                    volume.get("min_size").asText()));
            volume.get("structures")
                    .forEach(each -> lines.add(String.join(
                            "|",
                            each.get("yaml_index").asText(),
                            each.get("name").asText(),
                            each.get("label").asText(),
                            each.get("offset").asText(),
                            each.get("image_offset").asText(),
                            each.get("min_size").asText(),
                            each.get("size").asText(),
                            each.get("role").asText(),
                            each.get("offset_write").asText())));
        });
        return lines;
    }
}
