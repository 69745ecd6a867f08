package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FileVoucherTest {

    private static final String APP = "VkG73UIFnxWLKcPwfTQZsC1LCfoay7ubaiPS-F_8hxUJOOuodrAgvp-65M4qkSEj";
    private static final String TOOL = "u2Ft2RbgeotFsWMfvWBYNO3g2tRMU4RbMNPl4dZsyf_qDNv9930fFYYNDgIPjprb";
    private static final String EXTRAS = "uL0GXNowkuxkXUqFSVcFWjwnzBZPLHBzuFVXOkR2i7VVQJEzoQdBlcXZvHuRFEDf";

    private final AssertionDatabase known = TypeVectorsTest.everything();
    private final FileVoucher voucher = new FileVoucher(known, Optional.empty());

    private static FileFacts facts(String name, String provenance, String digest, long size) {
        return new FileFacts(name, provenance, Objects.requireNonNull(Digests.parse(digest)), Size.ofBytes(size));
    }

    private static FileFacts app(String name, long size) {
        return facts(name, Provenance.DEFAULT, APP, size);
    }

    private VouchedSnap vouch(FileFacts file) {
        return voucher.snap(file, Optional.empty(), OptionalLong.empty());
    }

    @Test
    void aSnapIsWhatItsAssertionsSay() {
        VouchedSnap snap = voucher.snap(
                app("vector-app", 123), Optional.of("vectorApp00000000000000000000001"), OptionalLong.of(3));
        assertThat(snap.revision().revision()).isEqualTo(3);
        assertThat(snap.declaration().publisherId()).isEqualTo("VectorBrandAccountId000000000001");
    }

    @Test
    void anotherSizeNameIdRevisionOrDigestIsRefused() {
        assertThatThrownBy(() -> vouch(app("vector-app", 124)))
                .hasMessage("cannot use snap \"vector-app\": its size is not the one of its snap-revision assertion");
        assertThatThrownBy(() -> vouch(app("other-app", 123)))
                .hasMessage("cannot use snap \"other-app\": the store knows it under the name \"vector-app\"");
        assertThatThrownBy(() -> voucher.snap(app("vector-app", 123), Optional.of("other"), OptionalLong.empty()))
                .hasMessageContaining("its id is vectorApp00000000000000000000001, expected was other");
        assertThatThrownBy(() -> voucher.snap(app("vector-app", 123), Optional.empty(), OptionalLong.of(4)))
                .hasMessageContaining("its revision is 3, expected was 4");
        assertThatThrownBy(() -> vouch(facts("vector-app", Provenance.DEFAULT, EXTRAS, 123)))
                .hasMessageContaining("there is no assertion snap-revision/" + EXTRAS + " that vouches for it");
    }

    @Test
    void aFileThatNamesAnotherProvenanceHasNoAssertion() {
        assertThatThrownBy(() -> vouch(facts("vector-app", "brand-built", APP, 123)))
                .hasMessageContaining("/brand-built that vouches for it");
    }

    @Test
    void aBrandMaySpeakOnlyForTheDevicesOfItsStore() {
        FileFacts tool = facts("vector-tool", "brand-built", TOOL, 456);
        assertThat(vouch(tool).revision().revision()).isEqualTo(5);
        Model withoutStore = Model.of(Vectors.assertion("chain/07-model.assert"));
        assertThatThrownBy(() -> new FileVoucher(known, Optional.of(withoutStore))
                        .snap(tool, Optional.empty(), OptionalLong.empty()))
                .hasMessage(
                        "cannot use snap \"vector-tool\": its provenance \"brand-built\" is not allowed on this model");
        Model ofStore = model("VectorBrandStore");
        assertThat(new FileVoucher(known, Optional.of(ofStore)).snap(tool, Optional.empty(), OptionalLong.empty()))
                .isNotNull();
    }

    @Test
    void aFriendOfTheStoreIsNotTheStore() {
        DeviceScope scope = new DeviceScope(List.of("other-store"), List.of(), List.of());
        Store store = Store.of(Vectors.assertion("types/store.assert"));
        assertThat(scope.includes(model("VectorBrandStore"), Optional.of(store)))
                .isTrue();
        assertThat(scope.includes(model("VectorBrandStore"), Optional.empty())).isFalse();
        assertThat(scope.includes(model("third-store"), Optional.of(store))).isFalse();
    }

    private static Model model(String store) {
        String text = new String(Vectors.bytes("chain/07-model.assert"), StandardCharsets.UTF_8);
        return Model.of(Assertion.decode(
                text.replace("timestamp:", "store: " + store + "\ntimestamp:").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aComponentBelongsToItsSnapInThatRevisionOnly() {
        VouchedSnap snap = vouch(app("vector-app", 123));
        FileFacts extras = facts("extras", Provenance.DEFAULT, EXTRAS, 77);
        assertThat(voucher.component(snap, extras, OptionalLong.of(7)).revision())
                .isEqualTo(7);
        VouchedSnap other = vouch(facts(
                "vector-app",
                Provenance.DEFAULT,
                "0Yt6-GXQeTZWUAHo1IKDpS9kqO6zMaizY6vGEfGM-aSfpghPKir1Ic7teQ5Zadaj",
                123));
        assertThatThrownBy(() -> voucher.component(other, extras, OptionalLong.empty()))
                .hasMessage("cannot use component \"vector-app+extras\": there is no assertion"
                        + " snap-resource-pair/vectorApp00000000000000000000001/extras/7/4 that vouches for it");
        assertThatThrownBy(() ->
                        voucher.component(snap, facts("extras", Provenance.DEFAULT, EXTRAS, 78), OptionalLong.empty()))
                .hasMessageContaining("its size is not the one");
    }
}
