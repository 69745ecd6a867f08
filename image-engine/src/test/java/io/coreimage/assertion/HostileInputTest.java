package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

    @Test
    void ofEndlessGarbageOnlyTheStartIsRead() {
        Endless garbage = new Endless();
        AssertionException refusal =
                catchThrowableOfType(AssertionException.class, () -> new AssertionReader(garbage).next());
        assertThat(refusal.rule()).isEqualTo("D03");
        assertThat(garbage.given).isLessThan(2 * AssertionReader.PART_LIMIT);
    }

    @Test
    void nestingHasAnEnd() {
        StringBuilder text = new StringBuilder("x:");
        for (int depth = 1; depth < 5000; depth++) {
            text.append('\n').append("  ".repeat(depth)).append('-');
        }
        byte[] bytes = text.append("\n\nc2ln\n").toString().getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Assertion.decode(bytes)).hasMessageContaining("nested deeper than 400 levels");
    }

    @Test
    void theDeepestNestingOfAStreamIsRead() {
        StringBuilder text = new StringBuilder("x:");
        int depth = 1;
        while (text.length() + 2 * depth + 200 < AssertionReader.PART_LIMIT) {
            text.append('\n').append("  ".repeat(depth++)).append('-');
        }
        text.append(" end");
        HeaderMap map = HeaderParser.parse(text.toString());
        HeaderWriter writer = new HeaderWriter();
        map.entries().forEach(writer::header);
        assertThat(writer.written()).isEqualTo(text.toString());
        assertThat(depth).isBetween(350, HeaderParser.DEPTH_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{1000}){1000}){1000}", "a{1001}", "(", "(((((((((((((((((((a{2000}", "[", "a**", "\\"})
    void patternsThatCannotBeUsedAreRefused(String pattern) {
        assertThatThrownBy(() -> ValuePattern.compile(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deepPatternsAreRefused() {
        String pattern = "(".repeat(2000) + "a" + ")".repeat(2000);
        assertThatThrownBy(() -> ValuePattern.compile(pattern)).hasMessage("it is too large");
    }

    @Test
    void aPatternThatWouldMakeTheJdkTryForEverDoesNot() {
        assertThat(ValuePattern.compile("(a+)+").matches("a".repeat(10_000) + "b"))
                .isFalse();
    }

    @Test
    void aPatternMustMatchTheWholeValue() {
        ValuePattern pattern = ValuePattern.compile("vector-.*");
        assertThat(pattern.matches("vector-x")).isTrue();
        assertThat(pattern.matches("my-vector-x")).isFalse();
        assertThat(ValuePattern.compile("x").matches("x\n")).isFalse();
    }

    /** More bytes than anybody wants. */
    private static final class Endless extends InputStream {

        private int given;

        @Override
        public int read() {
            given++;
            return 'a' + given % 26;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                bytes[i] = (byte) read();
            }
            return length;
        }
    }
}
