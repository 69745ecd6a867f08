package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Whatever a login looks like: it is read or refused in one of our own words, and what is read is written back. */
class LoginFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void macaroon(byte[] data) {
        try {
            Macaroon macaroon = Macaroon.decode(Base64.getUrlEncoder().encodeToString(data));
            assertThat(Macaroon.decode(macaroon.encode())).isEqualTo(macaroon);
            macaroon.boundTo(macaroon).encode();
            macaroon.condition("expires");
        } catch (RefusedException ex) {
            assertThat(ex.getMessage()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void text(byte[] data) {
        try {
            Login login = LoginText.read(new String(data, StandardCharsets.UTF_8), "a test");
            assertThat(login.authorization()).doesNotContain("\n").doesNotContain("\r");
            CredentialSearch.end(login);
        } catch (RefusedException ex) {
            assertThat(ex.getMessage()).startsWith("cannot use the login from a test: ");
        }
    }
}
