package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChainVectorsTest {

    private static final JsonNode MANIFEST = Vectors.json("manifest.json");

    private static final KeyMoment NOW = KeyMoment.at(Instant.parse("2026-11-20T00:00:00Z"));

    static TrustedRoots roots() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(AssertionWriter.stream(assertions(MANIFEST.get("trusted-for-chain"))));
        return TrustedRoots.none().plus(stream.toByteArray(), "the vectors' root");
    }

    static List<Assertion> assertions(JsonNode files) {
        return Vectors.items(files)
                .map(file -> Vectors.assertion(file.asText()))
                .toList();
    }

    static AssertionDatabase database(KeyMoment moment) {
        AssertionDatabase database = new AssertionDatabase(roots(), moment);
        assertions(MANIFEST.get("add-order-for-chain")).forEach(database::add);
        return database;
    }

    @TestFactory
    Stream<DynamicTest> everyAssertionOfTheChainHasItsVerdict() {
        AssertionDatabase database = database(NOW);
        return Vectors.items(MANIFEST.get("files"))
                .filter(file -> file.has("verification"))
                .map(file -> DynamicTest.dynamicTest(file.get("file").asText(), () -> check(database, file)));
    }

    private static void check(AssertionDatabase database, JsonNode file) {
        Verdict verdict = database.check(Vectors.assertion(file.get("file").asText()));
        String expected = file.get("verification").asText();
        if (expected.equals("accept")) {
            assertThat(verdict.refusal()).isNull();
            assertThat(verdict.warnings()).isEmpty();
            return;
        }
        assertThat(verdict.isTrusted()).isFalse();
        assertThat("reject: " + Objects.requireNonNull(verdict.refusal()).rule())
                .isEqualTo(expected.replaceAll(" \\(C.*", ""));
    }

    @TestFactory
    Stream<DynamicTest> everyReasonIsOneClearSentence() {
        AssertionDatabase database = database(NOW);
        return Vectors.items(Vectors.JSON
                        .createArrayNode()
                        .add("bad-account-key-no-account|is needed for it and is not known")
                        .add("bad-account-key-same-name|has another key with the name \"vector-key\"")
                        .add("bad-account-untrusted-authority|only a trusted account may sign its type")
                        .add("bad-authority-not-key-owner|but it was signed with the key \"vector-key\" of account")
                        .add("bad-constraint-mismatch|must not sign such an assertion")
                        .add("bad-signing-key-expired|not at 2026-11-20T00:00:00Z")
                        .add("bad-tampered-header|its signature does not hold: the text is not the one that was signed")
                        .add("bad-tampered-signature|its signature does not hold: it was not made with key PCYOQw")
                        .add("bad-timestamp-before-since|is outside the time of the key \"vector-key\"")
                        .add("bad-unknown-key|that signed it is not known"))
                .map(row -> row.asText().split("\\|"))
                .map(row -> DynamicTest.dynamicTest(
                        row[0],
                        () -> assertThat(Objects.requireNonNull(
                                                database.check(Vectors.assertion("chain/" + row[0] + ".assert"))
                                                        .refusal())
                                        .getMessage())
                                .startsWith("cannot trust ")
                                .contains(row[1])));
    }

    @Test
    void aKeyThatHasEndedSinceIsAWarningOnly() {
        KeyMoment build = KeyMoment.at(Instant.parse("2020-12-31T23:59:59Z")).seenFrom(NOW.moment());
        Verdict verdict = database(build).check(Vectors.assertion("chain/bad-signing-key-expired.assert"));
        assertThat(verdict.isTrusted()).isTrue();
        assertThat(verdict.warnings())
                .singleElement()
                .asString()
                .contains("\"vector-expired\"")
                .contains("has ended since")
                .contains("2021-01-01T00:00:00Z");
    }

    @Test
    void aKeyIsNotValidAnyMoreAtItsVeryEnd() {
        Verdict verdict = database(KeyMoment.at(Instant.parse("2021-01-01T00:00:00Z")))
                .check(Vectors.assertion("chain/bad-signing-key-expired.assert"));
        assertThat(verdict.refusal())
                .isNotNull()
                .extracting(AssertionException::rule)
                .isEqualTo("V3");
    }

    @Test
    void aBatchMayComeInAnyOrder() {
        List<Assertion> assertions = new ArrayList<>(assertions(MANIFEST.get("add-order-for-chain")));
        assertions.add(Vectors.assertion("chain/07-model.assert"));
        Collections.reverse(assertions);
        AssertionDatabase database = new AssertionDatabase(roots(), NOW);
        assertThat(database.addAll(assertions)).hasSize(5);
        assertThat(database.all().get(0).type()).isEqualTo(AssertionType.ACCOUNT);
        assertThat(database.addAll(assertions))
                .as("known revisions are passed over")
                .isEmpty();
    }

    @Test
    void theRootsInABatchArePassedOver() {
        List<Assertion> assertions = new ArrayList<>(assertions(MANIFEST.get("add-order-for-chain")));
        assertions.addAll(assertions(MANIFEST.get("trusted-for-chain")));
        assertThat(new AssertionDatabase(roots(), NOW).addAll(assertions)).hasSize(4);
    }

    @Test
    void aBatchThatHoldsOneBadAssertionSaysSoAndKeepsTheOthers() {
        List<Assertion> assertions = new ArrayList<>(assertions(MANIFEST.get("add-order-for-chain")));
        assertions.add(Vectors.assertion("chain/bad-tampered-header.assert"));
        assertions.add(Vectors.assertion("chain/08-model-constrained-key.assert"));
        AssertionDatabase database = new AssertionDatabase(roots(), NOW);
        assertThat(catchThrowableOfType(AssertionException.class, () -> database.addAll(assertions))
                        .rule())
                .isEqualTo("V6");
        assertThat(database.all(AssertionType.MODEL)).hasSize(1);
    }

    @Test
    void aBatchSaysWhatIsMissingAndWhoNeedsIt() {
        AssertionDatabase database = new AssertionDatabase(roots(), NOW);
        assertThat(catchThrowableOfType(
                        MissingAssertionException.class,
                        () -> database.addAll(List.of(Vectors.assertion("chain/07-model.assert")))))
                .hasMessage("cannot find assertion account-key/PCYOQwiHySvGi0L6V1ddqWfEQHrU14q0yf-pBLeppt0YTBf1ecu7"
                        + "UwGFW6dPoDtr: model/16/VectorBrandAccountId000000000001/vector-core-18-amd64 needs it");
    }

    @Test
    void whatIsStoredIsNotStoredAgain() {
        AssertionDatabase database = database(NOW);
        Assertion account = Vectors.assertion("chain/03-brand-account.assert");
        assertThat(catchThrowableOfType(AssertionException.class, () -> database.add(account))
                        .rule())
                .isEqualTo("V9");
    }

    @Test
    void theProductionRootIsTheOneThatDevicesHave() {
        TrustedRoots roots = TrustedRoots.production();
        assertThat(roots.trustAccount("canonical")).isTrue();
        assertThat(roots.trustAccount("generic")).isFalse();
        assertThat(roots.keyIds())
                .extracting(Object::toString)
                .containsExactly("-CvQKAwRQ5h3Ffn10FILJoEZUXOv6km9FwA80-Rcj-f-6jadQ89VRswHNiEB9Lxk");
    }
}
