package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.TestAccounts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacaroonTest {

    @Test
    void aRootIsReadAndWrittenBack() {
        Macaroon root = Macaroon.decode(TestAccounts.ROOT);
        assertThat(root.location()).isEqualTo("api.snapcraft.io");
        assertThat(root.identifier()).asString(StandardCharsets.UTF_8).isEqualTo("root-id");
        assertThat(root.caveats()).hasSize(2);
        assertThat(root.condition("valid_since")).contains("2024-01-01T00:00:00.000000");
        assertThat(root.caveatFor("login.ubuntu.com")).contains("sso-caveat-id");
        assertThat(root.caveatFor("elsewhere")).isEmpty();
        assertThat(HexFormat.of().formatHex(root.signature()))
                .isEqualTo("14ede55bb3344fc4e1f3d679aa2877beab9a817bafe9f0511fdabece6b5a1f34");
        assertThat(root.encode()).isEqualTo(TestAccounts.ROOT);
        assertThat(Macaroon.decode(TestAccounts.ROOT + "==")).isEqualTo(root);
    }

    @Test
    void aDischargeIsBoundToItsRoot() {
        Macaroon bound = Macaroon.decode(TestAccounts.DISCHARGE).boundTo(Macaroon.decode(TestAccounts.ROOT));
        assertThat(bound.encode()).isEqualTo(TestAccounts.BOUND);
        assertThat(HexFormat.of().formatHex(bound.signature()))
                .isEqualTo("200c695acd129eb6c0b1a4cb64dccc5cf5b35c90db710f9a15c0407fda9196a2");
    }

    @Test
    void theSecondVersionIsReadAndWrittenBack() {
        byte[] bytes = HexFormat.of()
                .parseHex(String.join(
                        "",
                        "02", // version
                        "01" + "03" + "617069", // location: api
                        "02" + "02" + "6964", // identifier: id
                        "00", // end of the header
                        "02" + "05" + "787c617c31", // condition: x|a|1
                        "00",
                        "01" + "03" + "73736f", // condition at sso
                        "02" + "03" + "636964", // its identifier: cid
                        "04" + "02" + "beef", // its verification
                        "00",
                        "00", // end of the conditions
                        "06" + "20" + "11".repeat(32)));
        Macaroon macaroon = Macaroon.decode(Base64.getUrlEncoder().encodeToString(bytes));
        assertThat(macaroon.location()).isEqualTo("api");
        assertThat(macaroon.condition("a")).contains("1");
        assertThat(macaroon.caveatFor("sso")).contains("cid");
        assertThat(macaroon.encode())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void whatTheFirstVersionWritesHasItsLengths() {
        Macaroon small = new Macaroon(
                new MacaroonVersion1(), "a", new byte[] {'i'}, List.of(), new byte[MacaroonFormat.SIGNATURE_LENGTH]);
        assertThat(new String(Base64.getUrlDecoder().decode(small.encode()), StandardCharsets.ISO_8859_1))
                .isEqualTo("000flocation a\n" + "0011identifier i\n" + "002fsignature " + "\0".repeat(32) + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|malformed macaroon at offset 0: empty",
                "'x'|malformed macaroon at offset 0: no location here",
                "'00x0location a\n'|malformed macaroon at offset 0: its length is no number",
                "'fffflocation a\n'|malformed macaroon location at offset 0: its length of 65535 does not fit",
                "'0001location a\n'|malformed macaroon location at offset 0: its length of 1 does not fit",
                "'000elocation a\n'|malformed macaroon location at offset 0: no line feed at its end",
                "'000flocation a\n'|malformed macaroon at offset 15: no identifier here",
                "'000flocation a\n0011identifier i\n0010signature x\n'|malformed macaroon signature at offset 48: 1 bytes instead of 32"
            })
    void aMalformedMacaroonSaysWhere(String bytes, String message) {
        String text = Base64.getUrlEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Macaroon.decode(text))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void aMacaroonThatIsNotBase64IsMalformed() {
        assertThatThrownBy(() -> Macaroon.decode("%")).hasMessage("malformed macaroon at offset 0: not in base64");
    }
}
