package io.coreimage.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.assertion.Assertion;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.SnapName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What validation sets say about snaps and their components, and which edition of them counts. */
class ValidationTest {

    private static final String COMP_APP = "compAppAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final String TWO = "\"two\":{\"presence\":\"required\",\"revision\":\"42\"}";

    @TempDir
    private Path folder;

    @Test
    void aComponentThatASetRequiresIsNotAddedButMissed() throws IOException {
        refuses(TWO, Wishes.NONE, "component \"comp-app+two\" is required, but not in the image");
        assertThat(choose(TWO, with("comp-app+two")).snaps()).hasSize(6);
    }

    @Test
    void aComponentThatASetForbidsIsRefused() throws IOException {
        refuses("\"one\":\"invalid\"", Wishes.NONE, "component \"comp-app+one\" must not be in the image");
        assertThat(choose("\"three\":\"invalid\"", Wishes.NONE).snaps()).hasSize(6);
    }

    @Test
    void aComponentHasTheRevisionThatASetSays() throws IOException {
        String pinned = "\"one\":{\"presence\":\"required\",\"revision\":\"%s\"}";
        refuses(String.format(pinned, 99), Wishes.NONE, "component \"comp-app+one\" must have revision 99, not 41");
        assertThat(choose(String.format(pinned, 41), Wishes.NONE).snaps()).hasSize(6);
        // A component that is not in the image has no revision to be wrong.
        assertThat(choose("\"two\":{\"presence\":\"optional\",\"revision\":\"99\"}", Wishes.NONE)
                        .snaps())
                .hasSize(6);
    }

    @Test
    void setsAreNotKeptWhereTheUserSaysSo() throws IOException {
        try (OracleShop shop = new OracleShop(folder, set(TWO))) {
            Wishes lax = Wishes.NONE.withValidation(Validation.IGNORE);
            assertThat(shop.choose(OracleShop.model("x24-comp-dangerous", sets("prefer-enforce")), lax)
                            .snaps())
                    .hasSize(6);
            assertThatThrownBy(() -> shop.choose(OracleShop.model("x24-comp-dangerous", sets("enforce")), lax))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("cannot ignore validation: the model enforces validation sets developer1/comps");
        }
    }

    @Test
    void theUserNamesAnEditionThatTheModelLeavesOpen() throws IOException {
        try (OracleShop shop = new OracleShop(folder)) {
            Wishes first = Wishes.NONE.withSequences(List.of(SequenceWish.parse("pin:1")));
            Choice old = shop.choose(OracleShop.model("x24-vset", ""), first);
            Choice latest = shop.choose(OracleShop.model("x24-vset", ""), Wishes.NONE);
            assertThat(revision(latest)).isEqualTo("999");
            assertThat(revision(old)).isNotEqualTo("999");
            assertThat(old.manifest().write()).startsWith("developer1/pin 1\n");
            Wishes other = Wishes.NONE.withSequences(List.of(SequenceWish.parse("pin:2")));
            assertThatThrownBy(() -> shop.choose(OracleShop.model("x24-vset-seq1", ""), other))
                    .hasMessage(
                            "cannot use sequence 2 of validation set \"developer1/pin\" as pinned: the model pins it"
                                    + " to 1");
        }
    }

    private static String revision(Choice choice) {
        return choice.find(new SnapName("hello24")).orElseThrow().revision().toString();
    }

    private Wishes with(String component) {
        return Wishes.NONE.withComponents(List.of(ComponentWish.parse(component, folder)));
    }

    private void refuses(String components, Wishes wishes, String problem) throws IOException {
        try (OracleShop shop = new OracleShop(folder, set(components))) {
            assertThatThrownBy(() -> shop.choose(OracleShop.model("x24-comp-dangerous", sets("enforce")), wishes))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("cannot keep the model's validation sets: " + problem + " (developer1/comps/1)");
        }
    }

    private Choice choose(String components, Wishes wishes) throws IOException {
        try (OracleShop shop = new OracleShop(folder, set(components))) {
            return shop.choose(OracleShop.model("x24-comp-dangerous", sets("enforce")), wishes);
        }
    }

    private static String sets(String mode) {
        return "\"validation-sets\":[{\"account-id\":\"developer1\",\"name\":\"comps\",\"mode\":\"" + mode + "\"}],";
    }

    private static Assertion set(String components) {
        return OracleShop.signed(
                "dev",
                "validation-set",
                "{\"series\":\"16\",\"account-id\":\"developer1\",\"name\":\"comps\",\"sequence\":\"1\",\"snaps\":"
                        + "[{\"name\":\"comp-app\",\"id\":\"" + COMP_APP
                        + "\",\"presence\":\"required\",\"revision\":\"7\",\"components\":{" + components + "}}]}");
    }
}
