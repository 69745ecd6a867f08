package io.coreimage.assertion;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.RefusedException;
import java.util.Arrays;
import java.util.List;

class AssertionDecodeFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void bytesAreReadOrRefused(byte[] input) {
        refusable(() -> single(input));
        refusable(() -> stream(input));
    }

    private static void single(byte[] input) {
        Assertion assertion = Assertion.decode(input);
        check(Arrays.equals(assertion.encoded(), input), "what was read is not what is written");
        use(assertion);
    }

    private static void stream(byte[] input) {
        List<Assertion> assertions = Assertion.decodeStream(input);
        List<Assertion> again = Assertion.decodeStream(AssertionWriter.stream(assertions));
        check(again.size() == assertions.size(), "a stream that was written cannot be read");
        assertions.forEach(AssertionDecodeFuzzTest::use);
    }

    private static void refusable(Runnable reading) {
        try {
            reading.run();
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
