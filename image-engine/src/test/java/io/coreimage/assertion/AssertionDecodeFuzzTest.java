package io.coreimage.assertion;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.RefusedException;
import java.util.Arrays;
import java.util.List;

class AssertionDecodeFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void aSingleAssertionIsReadOrRefused(byte[] input) {
        try {
            Assertion assertion = Assertion.decode(input);
            check(Arrays.equals(assertion.encoded(), input), "what was read is not what is written");
            use(assertion);
        } catch (RefusedException ex) {
            check(ex.getMessage().startsWith("cannot "), "no sentence: " + ex.getMessage());
        }
    }

    @FuzzTest(maxDuration = "10m")
    void aStreamIsReadOrRefused(byte[] input) {
        try {
            List<Assertion> assertions = Assertion.decodeStream(input);
            check(
                    Assertion.decodeStream(AssertionWriter.stream(assertions)).size() == assertions.size(),
                    "a stream that was written cannot be read");
            assertions.forEach(AssertionDecodeFuzzTest::use);
        } catch (RefusedException ex) {
            check(ex.getMessage().startsWith("cannot "), "no sentence: " + ex.getMessage());
        }
    }

    /** Whatever was read can be asked, and signed again with the same headers. */
    private static void use(Assertion assertion) {
        check(!assertion.ref().uniqueName().isEmpty(), "no name");
        assertion.prerequisites();
        HeaderWriter writer = new HeaderWriter();
        assertion.headers().entries().forEach(writer::header);
        check(
                HeaderParser.parse(writer.written()).equals(assertion.headers()),
                "headers that were written are other headers");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
