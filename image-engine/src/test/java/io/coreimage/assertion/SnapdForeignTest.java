package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.ForeignTool;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** snapd's own tools: what they sign we trust, what we sign they trust. */
class SnapdForeignTest {

    private static final KeyMoment NOW = KeyMoment.at(Instant.parse("2026-11-20T00:00:00Z"));
    private static final Instant CREATED = Instant.parse("2022-04-05T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everythingInTheStoresOfTheOracleIsTrusted() throws IOException {
        for (Path store : list(Foreign.oracle().resolve("scenario/stores"))) {
            AssertionDatabase database = new AssertionDatabase(testRoot(), NOW);
            List<Assertion> assertions = assertionsOf(store.resolve("asserts"));
            assertThat(database.addAll(assertions)).as(store.toString()).isNotEmpty();
            assertThat(assertions).allMatch(each -> database.knows(each.ref()));
        }
    }

    @Test
    void everyModelOfTheOracleIsTrusted() throws IOException {
        AssertionDatabase database = new AssertionDatabase(testRoot(), NOW);
        database.addAll(assertionsOf(Foreign.oracle().resolve("scenario/stores/uc24-small/asserts")));
        List<Path> models = models(".model");
        assertThat(models).hasSizeGreaterThan(30);
        for (Path model : models) {
            Assertion assertion = Assertion.decode(Files.readAllBytes(model));
            assertThat(database.check(assertion).refusal()).as(model.toString()).isNull();
            assertThat(Model.of(assertion).timestamp()).isNotNull();
        }
    }

    @Test
    void whatAnotherSignedIsNotTrustedWithoutTheTestRoot() throws IOException {
        AssertionDatabase database = new AssertionDatabase(TrustedRoots.production(), NOW);
        Assertion model = Assertion.decode(Files.readAllBytes(models(".model").get(0)));
        assertThat(database.check(model).isTrusted()).isFalse();
    }

    @Test
    void snapdTrustsTheModelsThatWeSign() throws IOException {
        Path prerequisites = prerequisites();
        AssertionSigner signer = new AssertionSigner(TestKeys.signing("vector-key"));
        List<Assertion> ours = new ArrayList<>();
        for (Path model : models(".json")) {
            ours.add(signer.signJson(Files.readAllBytes(model), CREATED));
        }
        Path stream = Files.write(folder.resolve("ours"), AssertionWriter.stream(ours));
        String said = Foreign.oracleTool("newest/assertcheck").run("-p", prerequisites, stream);
        assertThat(said.lines()).hasSizeGreaterThanOrEqualTo(ours.size());
    }

    @Test
    void snapdReadsTheShapesAndTypesThatWeSign() throws IOException {
        Path prerequisites = prerequisites();
        AssertionSigner signer = new AssertionSigner(TestKeys.signing("vector-key"));
        List<Assertion> ours = new ArrayList<>();
        for (String file :
                List.of("signed/header-shapes", "types/validation-set-components", "types/system-user-serials")) {
            String json = new String(Vectors.bytes(file + ".json"), StandardCharsets.UTF_8);
            String developers = json.replace("VectorBrandAccountId000000000001", "developer1");
            ours.add(signer.signJson(developers.getBytes(StandardCharsets.UTF_8), CREATED));
        }
        Path stream = Files.write(folder.resolve("ours"), AssertionWriter.stream(ours));
        Foreign.oracleTool("newest/assertcheck").run("-p", prerequisites, stream);
    }

    /** Register our key for the brand of the oracle's models. */
    private Path prerequisites() throws IOException {
        Foreign.oracle();
        var key = TestKeys.signing("vector-key").publicKey();
        Path body = Files.writeString(folder.resolve("body"), key.encoded());
        String headers = "{\"account-id\":\"developer1\",\"name\":\"ours\",\"since\":\"2016-01-01T00:00:00Z\","
                + "\"public-key-sha3-384\":\"" + key.id() + "\"}";
        String accountKey = assertgen()
                .reading(headers.getBytes(StandardCharsets.UTF_8))
                .run("store", "account-key", "--body", body);
        List<Assertion> known =
                new ArrayList<>(assertionsOf(Foreign.oracle().resolve("scenario/stores/uc24-small/asserts")));
        known.removeIf(each -> each.type() != AssertionType.ACCOUNT && each.type() != AssertionType.ACCOUNT_KEY);
        known.add(Assertion.decode(accountKey.getBytes(StandardCharsets.UTF_8)));
        List<Assertion> ordered = AssertionBatch.inOrder(known, testRoot()::contain, ref -> false);
        return Files.write(folder.resolve("known"), AssertionWriter.stream(ordered));
    }

    private static ForeignTool assertgen() {
        return Foreign.oracleTool("assertgen");
    }

    /** The stores of the oracle hold snaps of Canonical, so its account must be known too. */
    private static TrustedRoots testRoot() {
        String root = assertgen().run("show-root");
        return TrustedRoots.production().plus(root.getBytes(StandardCharsets.UTF_8), "the test root");
    }

    private static List<Path> models(String ending) throws IOException {
        return list(Foreign.oracle().resolve("scenario/models")).stream()
                .filter(each -> each.toString().endsWith(ending))
                .toList();
    }

    private static List<Assertion> assertionsOf(Path asserts) throws IOException {
        List<Assertion> assertions = new ArrayList<>();
        for (Path file : list(asserts)) {
            if (!file.toString().endsWith(".json")) {
                assertions.addAll(Assertion.decodeStream(Files.readAllBytes(file)));
            }
        }
        return assertions;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
