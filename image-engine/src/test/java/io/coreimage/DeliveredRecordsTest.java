package io.coreimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.coreimage.assemble.ImageOptions;
import io.coreimage.bytes.Digest;
import io.coreimage.delivery.BuildEnvironment;
import io.coreimage.delivery.OutputFormat;
import io.coreimage.resolve.Wishes;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill of materials, the build record and the sums of a release. */
class DeliveredRecordsTest {

    private static final String SBOM = "quickstart.cdx.json";
    private static final String RECORD = "quickstart.buildinfo";

    @TempDir
    private static Path folder;

    private static Path output;
    private static Path other;

    @BeforeAll
    static void buildTwice() throws IOException {
        output = build("one", "17");
        other = build("other", "25");
    }

    @Test
    void theBillIsOneBySchemaAndTheSameEverywhere() throws IOException {
        assertThat(other.resolve(SBOM)).hasSameBinaryContentAs(output.resolve(SBOM));
        JsonNode bill = new ObjectMapper().readTree(output.resolve(SBOM).toFile());
        assertThat(schema().validate(bill)).isEmpty();
        assertThat(bill.at("/metadata/timestamp").asText()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(bill.path("components").findValuesAsText("bom-ref"))
                .containsExactlyInAnyOrder(
                        "snap/snapd",
                        "snap/demo-kernel",
                        "snap/core22",
                        "snap/demo-pc",
                        "snap/hello",
                        "snap/core22/pkg:deb/ubuntu/libc6@2.35-0ubuntu3%2B1?arch=amd64");
    }

    @Test
    void theSchemaRefusesWhatIsNoBill() throws IOException {
        JsonNode bill = new ObjectMapper().readTree(output.resolve(SBOM).toFile());
        ((com.fasterxml.jackson.databind.node.ObjectNode) bill).put("serialNumber", "urn:uuid:none");
        assertThat(schema().validate(bill)).isNotEmpty();
    }

    @Test
    void theRecordListsEverythingThatWentInAndCameOut() throws IOException {
        String record = Files.readString(output.resolve(RECORD));
        assertThat(record).contains("java.version=17\n", "=wishes\n", "=options\n", "filename=pc.img.xz\n");
        for (String each : List.of("gadget/demo-pc_1_amd64", "base/core22_1_amd64")) {
            Path snap = folder.resolve("one/snaps").resolve(each.substring(each.indexOf('/') + 1) + ".snap");
            assertThat(record)
                    .contains("checksums.sha3-384="
                            + Digest.compute(Digest.Algorithm.SHA3_384, Files.readAllBytes(snap))
                                    .hex());
        }
        assertThat(record)
                .contains("checksums.sha256="
                        + Digest.compute(Digest.Algorithm.SHA_256, Files.readAllBytes(output.resolve("pc.img.xz")))
                                .hex());
    }

    @Test
    void theSumsAreThoseOfTheFiles() throws IOException {
        assertThat(Files.readString(output.resolve("SHA256SUMS")))
                .contains("  pc.img\n", "  pc.img.xz\n", "  pc.bmap\n", "  pc.qcow2\n", "  " + SBOM + "\n")
                .doesNotContain(RECORD);
        Foreign.tool("sh").run("-c", "cd '" + output + "' && sha256sum --quiet --strict -c SHA256SUMS");
    }

    private static Path build(String name, String java) throws IOException {
        List<OutputFormat> formats = List.of(
                OutputFormat.IMG_XZ, OutputFormat.IMG, OutputFormat.QCOW2, OutputFormat.BMAP, OutputFormat.SHA256SUMS);
        BuildEnvironment builder = new BuildEnvironment("1.0", new TreeMap<>(Map.of("java.version", java)));
        TinyProduct.in(folder.resolve(name), BuildEvents.silent())
                .write("base/usr/share/snappy/dpkg.list", "ii  libc6:amd64  2.35-0ubuntu3+1  amd64  GNU C Library\n")
                .delivering(formats, builder)
                .build(Wishes.NONE, ImageOptions.at(TinyProduct.TIME), false);
        return folder.resolve(name).resolve("output");
    }

    /** The schemas refer to each other by addresses that lead to this folder here. */
    private static JsonSchema schema() throws IOException {
        Path schemas = Path.of("src/test/resources/delivery/cyclonedx");
        Map<String, String> texts = new TreeMap<>();
        for (String each : List.of("bom-1.6", "spdx", "jsf-0.82")) {
            String file = each + ".schema.json";
            texts.put("http://cyclonedx.org/schema/" + file, Files.readString(schemas.resolve(file)));
        }
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7, builder -> builder.schemaLoaders(loaders -> loaders.schemas(texts)));
        return factory.getSchema(texts.get("http://cyclonedx.org/schema/bom-1.6.schema.json"));
    }
}
