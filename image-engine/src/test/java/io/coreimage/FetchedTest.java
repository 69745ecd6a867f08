package io.coreimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionSigner;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.key.PublicKey;
import io.coreimage.testkit.TestKeys;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Until when what was fetched earlier needs no other word. */
class FetchedTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String SOON = "2026-12-01T00:00:00Z";
    private static final String LATE = "2030-01-01T00:00:00Z";
    private static final String PAST = "2026-10-01T00:00:00Z";

    private static Assertion key(String until) {
        PublicKey key = TestKeys.signing("vector-key").publicKey();
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("type", "account-key");
        headers.put("authority-id", "vectorroot");
        headers.put("account-id", "vectorroot");
        headers.put("name", "default");
        headers.put("public-key-sha3-384", key.id().text());
        headers.put("since", "2019-01-01T00:00:00Z");
        headers.put("until", until);
        headers.put("body", key.encoded());
        return new AssertionSigner(TestKeys.signing("vector-root")).sign(headers, NOW);
    }

    @Test
    void theNextKeyThatEndsIsTheOneToThinkOf() {
        assertThat(Fetched.nextEnd(TrustedRoots.none(), List.of(key(LATE), key(PAST), key(SOON)), NOW))
                .contains(Instant.parse(SOON));
        assertThat(Fetched.nextEnd(TrustedRoots.none(), List.of(key(PAST)), NOW))
                .isEmpty();
    }

    @Test
    void aRootEndsToo() {
        TrustedRoots roots = TrustedRoots.none().plus(key(SOON).encoded(), "a file");
        assertThat(Fetched.nextEnd(roots, List.of(key(LATE)), NOW)).contains(Instant.parse(SOON));
    }
}
