package io.coreimage.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.yaml.YamlNode.Listing;
import io.coreimage.yaml.YamlNode.Mapping;
import io.coreimage.yaml.YamlNode.Nothing;
import io.coreimage.yaml.YamlNode.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @Test
    void aScalarIsTheTextThatStandsThere() {
        assertThat(read("1.10")).isEqualTo(new Text(at(1), "1.10", true));
        assertThat(read("'1E0'")).isEqualTo(new Text(at(1), "1E0", false));
        assertThat(read("\"yes\\n\"")).isEqualTo(new Text(at(1), "yes\n", false));
        assertThat(read("# first\n2024-01-01")).isEqualTo(new Text(at(2), "2024-01-01", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothingIsRememberedAsItIsWritten(String written) {
        assertThat(read(written)).isEqualTo(new Nothing(at(1), written));
        assertThat(read("a: " + written).map("it").get("a")).isEqualTo(new Nothing(at(1), written));
    }

    @Test
    void quotedNothingIsAText() {
        assertThat(read("'null'")).isEqualTo(new Text(at(1), "null", false));
    }

    @Test
    void mapsKeepTheirOrderAndThePlacesOfKeysAndValues() {
        Mapping map = (Mapping) read("b: 1\na:\n  - x\n");

        assertThat(map.fields().keySet()).containsExactly("b", "a");
        assertThat(map.fields().get("a").key()).isEqualTo(new Text(at(2), "a", true));
        assertThat(map.fields().get("a").value()).isEqualTo(new Listing(at(3), List.of(new Text(at(3), "x", true))));
    }

    @Test
    void aliasesStandForWhatTheyName() {
        Map<String, YamlNode> map = read("a: &x [1]\nb: *x\n").map("it");

        assertThat(map.get("b")).isSameAs(map.get("a"));
    }

    @Test
    void mergedMapsGiveWhatIsNotThere() {
        YamlNode node = read("one: &one {a: 1, b: 1}\ntwo: {<<: [*one, {c: 3, a: 3}], b: 2}\n");

        Map<String, YamlNode> two = node.map("it").get("two").map("two");
        assertThat(two.get("a")).isEqualTo(new Text(at(1), "1", true));
        assertThat(two.get("b").text("b")).isEqualTo("2");
        assertThat(two.get("c").text("c")).isEqualTo("3");
    }

    @Test
    void nothingIsAnEmptyTextMapOrList() {
        assertThat(read("").text("it")).isEmpty();
        assertThat(read("").map("it")).isEmpty();
        assertThat(read("").list("it")).isEmpty();
    }

    @Test
    void whatIsSomethingElseThanAskedForSaysSo() {
        assertThatThrownBy(() -> read("\n- a").map("the top")).hasMessage("line 2: the top must be a map, not a list");
        assertThatThrownBy(() -> read("a: b").list("it")).hasMessage("line 1: it must be a list, not a map");
        assertThatThrownBy(() -> read("{}").text("it")).hasMessage("line 1: it must be a text, not a map");
        assertThatThrownBy(() -> read("a").map("it")).hasMessage("line 1: it must be a map, not a text");
    }

    @Test
    void refusesWhatIsNoYaml() {
        refuses("a: [1\n", "line 2: no YAML: expected ',' or ']', but got <stream end>");
        refuses("a: b: c", "line 1: no YAML: mapping values are not allowed here");
        refuses("a: \u0001", "line 1: no YAML: special characters are not allowed");
    }

    @Test
    void refusesKeysThatStandTwiceOrAreNoTexts() {
        refuses("a: 1\nb: 2\na: 3", "line 3: \"a\" stands twice");
        refuses("a: {1: x, '1': y}", "line 1: \"1\" stands twice");
        refuses("[a]: 1", "line 1: a key must be a text, not a list");
        refuses("a: {<<: 1}", "line 1: only maps can be merged with <<");
    }

    @Test
    void refusesASecondDocument() {
        refuses("a: 1\n---\nb: 2\n", "line 2: a second document starts here");
        assertThat(read("---\na: 1\n...\n").map("it")).containsOnlyKeys("a");
    }

    @Test
    void readsLenientlyWhatSnapdReads() {
        YamlNode node = YamlReader.readLeniently("f", "a: 1\na: 2\n---\n[b\n");

        assertThat(node.map("it")).containsOnlyKeys("a").containsEntry("a", new Text(at(2), "2", true));
    }

    @Test
    void refusesWhatGrowsOutOfProportion() {
        String tens = "[" + "x,".repeat(10) + "]";
        refuses(
                "a: &a " + tens + "\nb: &b " + tens.replace("x", "*a") + "\nc: &c " + tens.replace("x", "*b")
                        + "\nd: &d " + tens.replace("x", "*c") + "\ne: " + tens.replace("x", "*d"),
                "line 5: more than 100000 values, counting what aliases stand for");
        refuses("[".repeat(66), "line 1: nested deeper than 64 levels");
        refuses("a: &a [*a]", "line 1: no anchor \"a\" before this alias");
        refuses("#".repeat((1 << 20) + 1), "line 1: the file is larger than 1024 KiB");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(YamlException.class).hasMessage(message);
    }

    private static YamlNode read(String text) {
        return YamlReader.read("f", text);
    }

    private static Place at(int line) {
        return new Place("f", line);
    }
}
