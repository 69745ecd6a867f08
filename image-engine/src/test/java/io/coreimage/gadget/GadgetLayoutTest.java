package io.coreimage.gadget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published gadgets and small ones beside their layouts, and bad ones beside the sentences that they earn. */
class GadgetLayoutTest {

    static Stream<GadgetFixture> gadgets() throws IOException {
        return GadgetFixture.all("");
    }

    static Stream<GadgetFixture> refused() throws IOException {
        return GadgetFixture.all("refused");
    }

    @ParameterizedTest
    @MethodSource("gadgets")
    void aGadgetIsLaidOut(GadgetFixture gadget) throws IOException {
        String dump = LayoutDump.of(gadget.layOut());
        assertThat(dump).isEqualTo(gadget.expected());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aBadGadgetIsRefusedInOneSentence(GadgetFixture gadget) throws IOException {
        GadgetRefusedException refused = catchThrowableOfType(GadgetRefusedException.class, gadget::layOut);
        assertThat(refused).isNotNull();
        assertThat(refused.fullMessage() + "\n").isEqualTo(gadget.expected());
    }
}
