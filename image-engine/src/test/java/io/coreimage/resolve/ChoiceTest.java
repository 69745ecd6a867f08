package io.coreimage.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.PackRequest;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.problem.CoreImageException;
import io.coreimage.squashfs.Compression;
import io.coreimage.testkit.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a choice asks, warns of and refuses, and that all is well when the trouble is over. */
class ChoiceTest {

    private static final String MODEL = "x24-comp-signed";
    private static final String UNSIGNED =
            "The store offers a file that it has not signed in full: try it again later, or ask the store's owner.";

    @TempDir
    private Path folder;

    private OracleShop shop;

    @BeforeEach
    void open() {
        shop = new OracleShop(folder);
    }

    @AfterEach
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void aCohortIsAskedForWithEverySnap() throws IOException {
        shop.choose(OracleShop.model(MODEL, ""), Wishes.NONE.withCohort("cohort-7"));
        assertThat(shop.server().requests("/v2/snaps/refresh"))
                .singleElement()
                .satisfies(each -> assertThat(each.body().split("\"cohort-key\":\"cohort-7\"", -1))
                        .hasSize(7));
    }

    @Test
    void aSnapThatNeedsANewerSnapdIsWorthAWarning() throws IOException {
        Choice choice = shop.choose(
                OracleShop.model("x24-comp-dangerous", ""),
                Wishes.NONE.withSnaps(List.of(local("old", "snapd2.10"), local("new", "snapd99.1"))));
        assertThat(choice.warnings())
                .filteredOn(each -> each.contains("assumes"))
                .singleElement()
                .asString()
                .startsWith("snap \"new\" assumes snapd 99.1 or later, but that of the image is ")
                .endsWith(", so that no device will install it");
    }

    private SnapWish local(String name, String assumes) throws IOException {
        Path source = folder.resolve(name);
        Files.createDirectories(source.resolve("meta"));
        Files.writeString(
                source.resolve("meta/snap.yaml"),
                "name: " + name + "\nversion: '1'\nsummary: s\ndescription: d\nbase: core24\nassumes: [" + assumes
                        + "]\n");
        Path file = folder.resolve(name + "_1.snap");
        new PackRequest(source, OracleShop.TIME, Compression.GZIP, 1).packAs(file);
        return SnapWish.ofFile(new LocalFile(file, name, false));
    }

    @Test
    void aBrandThatNobodyKnows() {
        refuses(
                "/v2/assertions/account/developer1",
                "cannot find assertion account/developer1: account-key/EAD4DbLxK_",
                "Correct authority-id and brand-id in the model (core-image:whoami says the id of your account), or name"
                        + " the brand's account with core-image.prerequisites.");
    }

    @Test
    void aKeyThatIsNotRegistered() {
        refuses(
                "/v2/assertions/account-key/",
                "cannot find assertion account-key/EAD4DbLxK_",
                "The store does not know the key that signed the model: register it with core-image:register-key, or name"
                        + " its account-key with core-image.prerequisites.");
    }

    @Test
    void aSnapWithoutASignature() {
        refuses(
                "/v2/assertions/snap-revision/",
                "cannot use snap \"snapd\": nobody signed its file (there is no snap-revision/HCYA_",
                UNSIGNED);
    }

    @Test
    void aSnapWithoutADeclaration() {
        refuses(
                "/v2/assertions/snap-declaration/",
                "cannot find assertion snap-declaration/16/PMrrV4ml8uWuEUDBT8dSGnKUYbevVhc4: snap-revision/HCYA_",
                UNSIGNED);
    }

    @Test
    void aComponentWithoutASignature() {
        refuses(
                "/v2/assertions/snap-resource-revision/",
                "cannot use component \"comp-app+one\": nobody signed its file",
                UNSIGNED);
    }

    @Test
    void aComponentThatDoesNotBelongToTheSnap() {
        refuses(
                "/v2/assertions/snap-resource-pair/",
                "cannot find assertion snap-resource-pair/compAppAAAAAAAAAAAAAAAAAAAAAAAAA/one/41/7",
                UNSIGNED);
    }

    @Test
    void aValidationSetThatIsNotThere() {
        refuses(
                "x24-vset",
                "/v2/assertions/validation-set/",
                "cannot find assertion validation-set/16/developer1/pin/latest",
                "Correct account-id, name and sequence of the model's validation-sets, or publish the set.");
    }

    @Test
    void aStoreWithoutAnAssertionAboutItself() throws IOException {
        assertThat(shop.choose(OracleShop.model(MODEL, "\"store\":\"my-store\","), Wishes.NONE)
                        .snaps())
                .hasSize(6);
        assertThat(shop.server().requests("/v2/assertions/store/")).hasSize(1);
    }

    @Test
    void aChainThatEndsAtNobodyTrusted() {
        Trust canonical = new Trust(TrustedRoots.production(), KeyMoment.at(OracleShop.TIME), List.of());
        CoreImageException refused = catchThrowableOfType(
                CoreImageException.class, () -> shop.choose(OracleShop.model(MODEL, ""), Wishes.NONE, canonical));
        assertThat(refused).hasMessageStartingWith("cannot find assertion account/testrootorg: account-key/XCIC_");
        assertThat(refused.nextStep())
                .isEqualTo(
                        "If the store has a root of its own, name its account and account-key with core-image.trusted.");
    }

    @Test
    void anAssertionAboutSomethingElse() throws IOException {
        byte[] other = Files.readAllBytes(OracleShop.scenario().resolve("models/uc20-signed.model"));
        shop.server()
                .failAlways(
                        "/v2/assertions/snap-revision/",
                        Fault.status(
                                200,
                                "Content-Type",
                                "application/x.ubuntu.assertion",
                                new String(other, StandardCharsets.UTF_8)));
        refuses("cannot fetch snap-revision/HCYA_", null);
    }

    @Test
    void anAssertionThatSomebodyChanged() throws IOException {
        String path = "snap-declaration/16/PMrrV4ml8uWuEUDBT8dSGnKUYbevVhc4";
        String text =
                new String(shop.text(path), StandardCharsets.UTF_8).replace("snap-name: snapd", "snap-name: snapf");
        shop.server()
                .failAlways(
                        "/v2/assertions/" + path,
                        Fault.status(200, "Content-Type", "application/x.ubuntu.assertion", text));
        refuses("cannot trust " + path, "");
    }

    @Test
    void anAssertionInAFormatThatIsTooNew() {
        String path = "snap-declaration/16/PMrrV4ml8uWuEUDBT8dSGnKUYbevVhc4";
        String text = new String(shop.text(path), StandardCharsets.UTF_8)
                .replaceFirst("type: snap-declaration\n(format: [0-9]+\n)?", "type: snap-declaration\nformat: 99\n");
        shop.server()
                .failAlways(
                        "/v2/assertions/" + path,
                        Fault.status(200, "Content-Type", "application/x.ubuntu.assertion", text));
        refuses("cannot trust " + path + ": its format 99 is newer than what is understood here", "");
        assertThat(shop.server().requests("/v2/assertions/" + path))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.path()).containsPattern("max-format=[0-9]"));
    }

    private void refuses(String path, String sentence, String nextStep) {
        refuses(MODEL, path, sentence, nextStep);
    }

    private void refuses(String model, String path, String sentence, String nextStep) {
        shop.server()
                .failAlways(
                        path,
                        Fault.status(
                                404,
                                "Content-Type",
                                "application/json",
                                "{\"error-list\":[{\"code\":\"not-found\",\"message\":\"no\"}]}"));
        refusesModel(model, sentence, nextStep);
    }

    private void refuses(String sentence, String nextStep) {
        refusesModel(MODEL, sentence, nextStep);
    }

    /** Check the sentence and the next step, and that a second run succeeds when the trouble is over. */
    private void refusesModel(String model, String sentence, String nextStep) {
        CoreImageException refused = catchThrowableOfType(
                CoreImageException.class, () -> shop.choose(OracleShop.model(model, ""), Wishes.NONE));
        assertThat(refused).hasMessageStartingWith(sentence);
        if (nextStep == null) {
            assertThat(refused.nextStep()).isNotBlank();
        } else {
            assertThat(Objects.toString(refused.nextStep(), "")).isEqualTo(nextStep);
        }
        shop.server().recover();
        assertThatCode(() -> shop.choose(OracleShop.model(model, ""), Wishes.NONE))
                .doesNotThrowAnyException();
    }
}
