package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedRootsTest {

    @Test
    void moreRootsComeFromAFile() {
        TrustedRoots roots = TrustedRoots.production().plus(ChainVectorsTest.roots());
        assertThat(roots.trustAccount("canonical")).isTrue();
        assertThat(roots.trustAccount("vectorroot")).isTrue();
        assertThat(roots.keyIds()).hasSize(2);
        assertThat(roots.contain(AssertionRef.account("vectorroot"))).isTrue();
        assertThat(roots.contain(AssertionRef.account("generic"))).isFalse();
    }

    @Test
    void otherAssertionsAreNoRoots() {
        byte[] stream = AssertionWriter.stream(
                List.of(Vectors.assertion("chain/01-root-account.assert"), Vectors.assertion("chain/07-model.assert")));
        assertThatThrownBy(() -> TrustedRoots.none().plus(stream, "roots.assert"))
                .hasMessage("cannot trust roots.assert: it holds a model assertion");
        assertThatThrownBy(() -> TrustedRoots.none().plus(new byte[0], "roots.assert"))
                .hasMessage("cannot trust roots.assert: it holds no assertion");
    }
}
