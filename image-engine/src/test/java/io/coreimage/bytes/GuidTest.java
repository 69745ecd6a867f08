package io.coreimage.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import org.junit.jupiter.api.Test;

class GuidTest {

    private static final Guid GUID = Guid.parse("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");

    @Test
    void hasTwoByteOrders() {
        assertThat(GUID.toBytes()).isEqualTo(HexDump.parse("c12a7328 f81f 11d2 ba4b 00a0c93ec93b"));
        assertThat(GUID.toMixedEndianBytes()).isEqualTo(HexDump.parse("28732ac1 1ff8 d211 ba4b 00a0c93ec93b"));
    }

    @Test
    void isReadFromBoth() {
        assertThat(Guid.ofBytes(GUID.toBytes())).isEqualTo(GUID);
        assertThat(Guid.ofMixedEndianBytes(GUID.toMixedEndianBytes())).isEqualTo(GUID);
    }

    @Test
    void isPrintedInUpperCase() {
        assertThat(GUID).hasToString("C12A7328-F81F-11D2-BA4B-00A0C93EC93B");
    }

    /** The example of RFC 9562, appendix A.4: www.example.com in the name space of DNS names. */
    @Test
    void derivesFromANameAsTheRfcSays() {
        Guid dns = Guid.parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(Guid.nameBased(dns, "www.example.com")).hasToString("2ED6657D-E927-568B-95E1-2665A8AEA6A2");
    }
}
