package io.coreimage.seed;

import io.coreimage.assertion.Assertion;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ChosenComponent;
import io.coreimage.resolve.ChosenSnap;
import io.coreimage.resolve.SeedAssertions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The seed of UC20 and later, which is the root of the seed partition.
 *
 * <pre>
 *   snaps/NAME_REVISION.snap, SNAP+COMPONENT_REVISION.comp     what the model lists and somebody signed
 *   systems/LABEL/model
 *   systems/LABEL/assertions/model-etc, snaps, extra-snaps, extra-assertions
 *   systems/LABEL/auto-import.assert                           system users
 *   systems/LABEL/options.yaml                                 how it differs from the model
 *   systems/LABEL/snaps/…                                      what the model does not list, or nobody signed
 *   systems/LABEL/snaps/aux-info.json                          where to find the makers of snaps
 * </pre>
 */
final class ModesSeed {

    private final Choice choice;
    private final Instant time;
    private final String system;

    ModesSeed(Choice choice, SystemLabel label, Instant time) {
        this.choice = choice;
        this.time = time;
        this.system = folderOf(label);
    }

    static String folderOf(SystemLabel label) {
        return "systems/" + label + "/";
    }

    FileTree tree() {
        FileTree.Builder tree = FileTree.builder(Attributes.directory(time));
        tree.file(system + "model", AssertionText.stream(List.of(choice.model().assertion())));
        addAssertions(tree, choice.assertions());
        choice.snaps().forEach(each -> addSnap(tree, each));
        addText(tree, "options.yaml", new OptionsYaml(choice).text());
        addText(tree, "snaps/aux-info.json", AuxInfo.text(choice.snaps()));
        return tree.build();
    }

    private void addAssertions(FileTree.Builder tree, SeedAssertions assertions) {
        tree.file(system + "assertions/model-etc", AssertionText.stream(assertions.modelEtc()));
        tree.file(system + "assertions/snaps", AssertionText.stream(assertions.modelSnaps()));
        if (choice.snaps().stream().anyMatch(each -> !each.inModel())) {
            tree.file(system + "assertions/extra-snaps", AssertionText.stream(assertions.extraSnaps()));
        }
        addStream(tree, "assertions/extra-assertions", assertions.extra());
        addStream(tree, "auto-import.assert", assertions.systemUsers());
    }

    private void addStream(FileTree.Builder tree, String path, List<Assertion> assertions) {
        if (!assertions.isEmpty()) {
            tree.file(system + path, AssertionText.stream(assertions));
        }
    }

    private void addText(FileTree.Builder tree, String path, String text) {
        if (!text.isEmpty()) {
            tree.file(system + path, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void addSnap(FileTree.Builder tree, ChosenSnap snap) {
        tree.file(pathOf(snap, system), snap.content());
        for (ChosenComponent each : snap.components()) {
            boolean shared = snap.inModel() && each.inModel() && each.isAsserted();
            tree.file((shared ? "snaps/" : system + "snaps/") + SeedNames.of(snap, each), each.content());
        }
    }

    static String pathOf(ChosenSnap snap, SystemLabel label) {
        return pathOf(snap, folderOf(label));
    }

    private static String pathOf(ChosenSnap snap, String system) {
        String folder = snap.inModel() && snap.isAsserted() ? "snaps/" : system + "snaps/";
        return folder + SeedNames.of(snap);
    }
}
