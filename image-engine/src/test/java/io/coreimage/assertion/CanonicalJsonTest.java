package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static String render(String json) {
        return new String(CanonicalJson.render(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void keysAreSortedAndLevelsIndented() {
        assertThat(render("{\"b\":[1,{\"y\":null,\"x\":true}],\"a\":{},\"c\":[]}"))
                .isEqualTo("""
                {
                  "a": {},
                  "b": [
                    1,
                    {
                      "x": true,
                      "y": null
                    }
                  ],
                  "c": []
                }""");
    }

    @Test
    void someCharactersAreEscaped() {
        assertThat(render("{\"a\":\"<b>&\\u2028\\u0001\\n\\\"é\"}"))
                .isEqualTo("{\n  \"a\": \"\\u003cb\\u003e\\u0026\\u2028\\u0001\\n\\\"é\"\n}");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "-0.0, -0",
        "0.1, 0.1",
        "100000000000000000000, 100000000000000000000",
        "1e21, 1e+21",
        "1.5e300, 1.5e+300",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "2e-3, 0.002",
        "5e-324, 5e-324",
        "123456789012345680, 123456789012345680"
    })
    void numbersAreThoseOfGo(String given, String printed) {
        assertThat(render("{\"n\":" + given + "}")).isEqualTo("{\n  \"n\": " + printed + "\n}");
    }

    @Test
    void aNumberBeyondAllNumbersIsRefused() {
        assertThatThrownBy(() -> render("{\"n\":1e400}")).hasMessage("the body has a number that is too large");
    }

    @Test
    void anotherFormIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.check("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> CanonicalJson.check("{} {}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuleViolation.class);
    }
}
