package io.coreimage.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionSigner;
import io.coreimage.testkit.Golden;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstalledSnapTest {

    @ParameterizedTest
    @MethodSource("io.coreimage.resolve.LockTextTest#locks")
    void aLockSaysWhatSnapListWillShow(Path input) throws IOException {
        Lock lock = LockReader.read(Golden.text(input), "it");
        KeptChoice kept = new KeptChoice(lock, List.of(account("developer1", "verified")), "it");
        assertThat(InstalledSnap.of(kept))
                .contains(
                        new InstalledSnap("core20", "2023", "10", "latest/stable", "canonical✓", "base"),
                        new InstalledSnap("hello20", "1.0", "16", "latest/stable", "developer1✓", "-"),
                        new InstalledSnap("pc", "20-0.1", "23", "20/stable", "canonical✓", "gadget"))
                .extracting(InstalledSnap::name)
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("io.coreimage.resolve.LockTextTest#locks")
    void anUnknownPublisherIsShownByItsId(Path input) throws IOException {
        Lock lock = LockReader.read(Golden.text(input), "it");
        assertThat(InstalledSnap.of(new KeptChoice(lock, List.of(account("somebody", "starred")), "it")))
                .contains(new InstalledSnap("hello20", "1.0", "16", "latest/stable", "developer1", "-"));
    }

    @ParameterizedTest
    @MethodSource("io.coreimage.resolve.LockTextTest#manifests")
    void aManifestKnowsNamesAndRevisions(Path input) throws IOException {
        SeedManifest manifest = SeedManifest.read(Golden.text(input), "it");
        assertThat(InstalledSnap.of(manifest))
                .hasSameSizeAs(manifest.revisions().keySet());
        assertThat(InstalledSnap.of(manifest)).allSatisfy(each -> {
            assertThat(each.version()).isEqualTo("-");
            assertThat(each.revision()).isNotEqualTo("-");
        });
    }

    private static Assertion account(String id, String validation) {
        return new AssertionSigner(TestKeys.signing("vector-key"))
                .sign(
                        Map.of(
                                "type", "account",
                                "authority-id", "vectorroot",
                                "account-id", id,
                                "username", id,
                                "display-name", id,
                                "validation", validation,
                                "timestamp", "2019-01-01T00:00:00Z"),
                        Instant.EPOCH);
    }
}
