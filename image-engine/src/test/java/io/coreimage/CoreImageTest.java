package io.coreimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.assertion.Verdict;
import io.coreimage.key.KeyPlace;
import io.coreimage.key.SigningKey;
import io.coreimage.key.StoredKey;
import io.coreimage.model.ModelRules;
import io.coreimage.model.ModelText;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing, using and judging through the front door. */
class CoreImageTest {

    private static final Path CHAIN = Path.of("src/test/resources/key/vectors/chain");

    private static final Instant BUILD = Instant.parse("2020-03-10T12:34:57Z");

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private int opened;

    private final CoreImage engine = new CoreImage(new BuildEvents() {
        @Override
        public void note(String sentence) {
            // Only warnings matter here.
        }

        @Override
        public void warn(String sentence) {
            warnings.add(sentence);
        }
    });

    /** A place with one key, which counts how often it is opened. */
    private StoredKey key() {
        SigningKey key = TestKeys.signing("vector-key");
        return new StoredKey("vector-key", key.publicKey(), new KeyPlace() {
            @Override
            public String description() {
                return "test";
            }

            @Override
            public List<StoredKey> list() {
                return List.of();
            }

            @Override
            public SigningKey open(StoredKey stored) {
                opened++;
                return key;
            }
        });
    }

    private SignRequest request(String yaml, Instant buildTime, List<Assertion> known) {
        ModelRules rules = new ModelRules(false, Optional.of(buildTime), Map.of());
        SignRequest.Output output = new SignRequest.Output(folder.resolve("target"), Optional.empty());
        return new SignRequest(ModelText.yaml(yaml, "m.yaml"), rules, key(), known, output);
    }

    private static String model(String name) {
        return "type: model\nseries: 16\nbrand-id: VectorBrandAccountId000000000001\nmodel: " + name
                + "\narchitecture: amd64\ngadget: pc\nkernel: pc-kernel\n";
    }

    private SignResult sign(String name, Instant buildTime) {
        return engine.sign(request(model(name), buildTime, List.of()));
    }

    @Test
    void aModelIsSignedIntoAFileOfItsName() throws IOException {
        SignResult result = sign("one", BUILD);

        assertThat(result.fresh()).isTrue();
        assertThat(result.file()).isEqualTo(folder.resolve("target/one.model"));
        assertThat(Files.readAllBytes(result.file())).isEqualTo(result.model().encoded());
        assertThat(result.model().header("timestamp")).isEqualTo("2020-03-10T12:34:57Z");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aSecondTimeTheKeyIsNotEvenOpened() throws IOException {
        SignResult first = sign("one", BUILD);
        byte[] written = Files.readAllBytes(first.file());
        SignResult second = sign("one", BUILD);

        assertThat(second.fresh()).isFalse();
        assertThat(second.model()).isEqualTo(first.model());
        assertThat(opened).isEqualTo(1);
        assertThat(Files.readAllBytes(first.file())).isEqualTo(written);
    }

    @Test
    void anotherTimeOrAnotherHeaderOrABrokenFileIsSignedAgain() throws IOException {
        Path file = sign("one", BUILD).file();

        assertThat(sign("one", BUILD.plusSeconds(1)).fresh()).isTrue();
        Files.writeString(file, "garbage");
        assertThat(sign("one", BUILD).fresh()).isTrue();
        Files.writeString(file, Files.readString(file).replace("amd64", "arm64"));
        assertThat(sign("one", BUILD).fresh()).isTrue();
    }

    @Test
    void aKeyThatWasRegisteredLaterIsFoundOutBeforeItSigns() throws IOException {
        SignRequest early = request(model("one"), Instant.parse("2015-01-01T00:00:00Z"), chain("04-brand-account-key"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> engine.sign(early))
                .withMessageContaining(
                        "the model's timestamp 2015-01-01T00:00:00Z is before the key's registration at ")
                .satisfies(ex -> assertThat(ex.nextStep()).contains("timestamp after that"));
        assertThat(opened).isZero();
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void aModelThatBreaksARuleNamesTheRuleAndWritesNothing() {
        SignRequest bad = request(model("Upper-Case"), BUILD, List.of());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> engine.sign(bad))
                .withMessageContaining("model")
                .satisfies(ex -> assertThat(ex.nextStep()).contains("docs/models.md"));
        assertThat(opened).isZero();
        assertThat(folder.resolve("target")).doesNotExist();
    }

    private static List<Assertion> chain(String... names) throws IOException {
        List<Assertion> assertions = new ArrayList<>();
        for (String name : names) {
            assertions.addAll(AssertionFile.read(CHAIN.resolve(name + ".assert")));
        }
        return assertions;
    }

    private static TrustedRoots roots() throws IOException {
        return TrustedRoots.none()
                .plus(Files.readAllBytes(CHAIN.resolve("01-root-account.assert")), "01")
                .plus(Files.readAllBytes(CHAIN.resolve("02-root-account-key.assert")), "02");
    }

    private UseRequest use(String name, List<Assertion> known) throws IOException {
        return new UseRequest(CHAIN.resolve(name + ".assert"), roots(), known, Optional.of(BUILD));
    }

    @Test
    void aSignedModelWhoseKeyIsKnownIsProven() throws IOException {
        Assertion model = engine.use(use("07-model", chain("04-brand-account-key", "03-brand-account")));

        assertThat(model.header("model")).isEqualTo("vector-core-18-amd64");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aSignedModelWhoseKeyIsUnknownIsUsedWithAWarning() throws IOException {
        engine.use(use("07-model", List.of()));

        assertThat(warnings).singleElement().asString().contains("not proven yet", "core-image.prerequisites");
    }

    @Test
    void aTamperedModelWhoseKeyIsKnownIsRefused() throws IOException {
        UseRequest tampered = use("bad-tampered-header", chain("04-brand-account-key", "03-brand-account"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> engine.use(tampered))
                .satisfies(ex -> assertThat(ex.nextStep()).contains("not a byte of it may be changed"));
    }

    @Test
    void anotherKindOfAssertionIsNoModel() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> engine.use(use("03-brand-account", List.of())))
                .withMessageEndingWith("03-brand-account.assert\" as a model: it is a account assertion");
    }

    @Test
    void assertionsProveEachOtherInAnyOrder() throws IOException {
        List<Assertion> backwards = chain("03-brand-account", "04-brand-account-key", "07-model");
        Collections.reverse(backwards);

        List<Verdict> verdicts = engine.judge(new JudgeRequest(backwards, roots(), List.of(), KeyMoment.at(BUILD)));

        assertThat(verdicts).extracting(Verdict::assertion).isEqualTo(backwards);
        assertThat(verdicts).allMatch(Verdict::isTrusted);
    }

    @Test
    void whatCannotBeProvenIsSaidWithTheNextStep() throws IOException {
        JudgeRequest request = new JudgeRequest(chain("07-model"), roots(), List.of(), KeyMoment.at(BUILD));

        assertThat(engine.judge(request)).noneMatch(Verdict::isTrusted);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> engine.prove(request))
                .satisfies(ex -> assertThat(ex.nextStep()).contains("core-image.prerequisites"));
    }
}
