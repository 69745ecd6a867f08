package io.coreimage.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.SeedsShop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every goal that leaves a file, in a folder without a POM and without a word about where its results go. */
@Execution(ExecutionMode.CONCURRENT)
class EmptyFolderIT {

    @TempDir
    private static Path shopFolder;

    private static SeedsShop shop;

    @BeforeAll
    static void openTheShop() throws IOException {
        shop = SeedsShop.open(shopFolder);
    }

    @AfterAll
    static void closeTheShop() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sign     |                      | tiny.model
            lock     |                      | core-image.assertions core-image.lock tiny.model
            fetch    |                      | core-image.used.assertions core-image.used.lock tiny.model
            bundle   |                      | core-image-bundle.zip core-image.used.assertions core-image.used.lock tiny.model
            assemble |                      | .core-image.stamp core-image.used.assertions core-image.used.lock pc.img seed.manifest snaps.manifest tiny.buildinfo tiny.cdx.json tiny.model
            assemble | -Dcore-image.dryRun  | core-image.used.assertions core-image.used.lock tiny.model
            pack     | -Dcore-image.snapDirectory=greeting | .greeting_1_all.snap.stamp greeting_1_all.snap
            """)
    void whatAGoalMakesLandsInTheCurrentFolder(String goal, String option, String files, @TempDir Path folder)
            throws IOException {
        Workbench bench = Workbench.at(folder, shop)
                .write("tiny.json", Workbench.MODEL)
                .write("greeting/meta/snap.yaml", "{name: greeting, version: 1}\n");
        List<String> words = new ArrayList<>(List.of("-Dcore-image.modelFile=tiny.json"));
        if (option != null) {
            words.add(option);
        }
        Workbench.Run run = bench.goal(goal, words.toArray(String[]::new)).succeeds();
        List<String> appeared = new ArrayList<>(bench.files());
        appeared.removeAll(List.of("tiny.json", "greeting/meta/snap.yaml"));
        assertThat(appeared).containsExactly(files.split(" "));
        if (goal.equals("assemble")) {
            assertThat(run.log())
                    .containsPattern("volume +partition +name +start +size +file system +used")
                    .containsPattern("pc +1 +ubuntu-seed +1 MiB +64 MiB +vfat");
        }
    }
}
