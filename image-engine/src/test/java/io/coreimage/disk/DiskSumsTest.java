package io.coreimage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.problem.FaultException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSumsTest {

    private static final DiskPlan PLAN = DiskPlan.builder(20_000_000)
            .put(5, new byte[] {1, 2, 3})
            .put(1 << 20, new byte[300_000])
            .put(19_999_999, new byte[] {9})
            .build();

    @TempDir
    Path folder;

    @Test
    void areComputedBesideTheWriterWhenAskedFor() throws IOException {
        Path image = folder.resolve("image");
        DiskSums sums = DiskWriter.write(
                PLAN, image, WriteOptions.DEFAULT.withBlockMap().withSha256());
        assertThat(sums.blockMap()).contains(BlockMap.of(PLAN, 1));
        String sum = Foreign.tool("sha256sum").run(image).split(" ")[0];
        assertThat(sums.sha256())
                .hasValueSatisfying(each -> assertThat(each.hex()).isEqualTo(sum));
    }

    @Test
    void areNotComputedWhenNobodyAsks() {
        DiskSums sums = DiskWriter.write(PLAN, folder.resolve("image"), WriteOptions.DEFAULT);
        assertThat(sums.blockMap()).isEmpty();
        assertThat(sums.sha256()).isEmpty();
    }

    @Test
    void aSourceThatFailsLeavesNothing() {
        ByteSource broken = ByteSource.computed(ContentId.ofRecipe("broken", 200_000, List.of()), () -> {
            throw new IOException("the source is gone");
        });
        Path image = folder.resolve("image");
        DiskPlan plan = DiskPlan.of(broken);
        assertThatThrownBy(() -> DiskWriter.write(
                        plan, image, WriteOptions.DEFAULT.withBlockMap().withSha256()))
                .isInstanceOf(FaultException.class)
                .hasMessage("cannot write \"" + image + "\": the source is gone");
        assertThat(folder).isEmptyDirectory();
    }
}
