package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TypeVectorsTest {

    private static final KeyMoment NOW = KeyMoment.at(Instant.parse("2026-11-20T00:00:00Z"));

    static AssertionDatabase everything() {
        AssertionDatabase database = ChainVectorsTest.database(NOW);
        List<Assertion> assertions = new ArrayList<>(types());
        assertions.add(Vectors.assertion("chain/07-model.assert"));
        database.addAll(assertions);
        return database;
    }

    private static List<Assertion> types() {
        List<Assertion> assertions = new ArrayList<>();
        for (JsonNode file : Vectors.json("manifest.json").get("files")) {
            if (file.get("file").asText().startsWith("types/")) {
                assertions.add(Vectors.assertion(file.get("file").asText()));
            }
        }
        return assertions;
    }

    @TestFactory
    Stream<DynamicTest> everyTypeIsTrustedInItsChain() {
        AssertionDatabase database = everything();
        return types().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.toString(),
                        () -> assertThat(database.check(each).refusal()).isNull()));
    }

    @Test
    void theThreeWaysToWriteAProvenanceHaveTheirKeys() {
        assertThat(Vectors.assertion("types/snap-revision.assert").ref().uniqueName())
                .isEqualTo("snap-revision/VkG73UIFnxWLKcPwfTQZsC1LCfoay7ubaiPS-F_8hxUJOOuodrAgvp-65M4qkSEj");
        assertThat(Vectors.assertion("types/snap-revision-explicit-default-provenance.assert")
                        .primaryKey())
                .containsExactly("0Yt6-GXQeTZWUAHo1IKDpS9kqO6zMaizY6vGEfGM-aSfpghPKir1Ic7teQ5Zadaj", "global-upload");
        assertThat(Vectors.assertion("types/snap-revision-provenance.assert")
                        .ref()
                        .shortKey())
                .hasSize(2);
    }

    @Test
    void aSystemUserSaysWhoMayLogIn() {
        SystemUser user = SystemUser.of(Vectors.assertion("types/system-user-presence.assert"));
        assertThat(user.removedAtExpiry()).isTrue();
        assertThat(user.username()).isNotEmpty();
        assertThat(SystemUser.of(Vectors.assertion("types/system-user-serials.assert"))
                        .serials())
                .isNotEmpty();
    }

    @Test
    void aStoreSaysWhereItIs() {
        Store store = Store.of(Vectors.assertion("types/store.assert"));
        assertThat(store.url()).hasToString("Optional[https://store.example.com:8443/path]");
        assertThat(store.friendlyStores()).containsExactly("other-store");
    }

    @Test
    void aPreseedListsItsSnaps() {
        Preseed preseed = Preseed.of(Vectors.assertion("types/preseed.assert"));
        assertThat(preseed.snaps()).extracting(PreseedSnap::name).containsExactly("pc-kernel", "local-snap");
        assertThat(preseed.systemLabel()).isEqualTo("20200310");
    }

    @Test
    void aViewOfAnotherTypeIsRefused() {
        Assertion store = Vectors.assertion("types/store.assert");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Model.of(store)))
                .hasMessage("cannot use store/VectorBrandStore: it is a store assertion, not a model");
    }
}
