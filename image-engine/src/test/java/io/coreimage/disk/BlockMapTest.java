package io.coreimage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockMapTest {

    @TempDir
    Path folder;

    @Test
    void namesBlocksThatAreNoHole() throws IOException {
        BlockMap map = write(DiskPlan.builder(100_000)
                .put(5, new byte[] {1})
                .put(4096, new byte[] {2})
                .put(20_000, new byte[5000])
                .put(99_999, new byte[] {3})
                .build());
        assertThat(map.ranges())
                .extracting(BlockMap.Range::first, BlockMap.Range::last)
                .hasToString("[(0L, 1L), (4L, 6L), (24L, 24L)]");
        assertThat(map.toXml())
                .startsWith("<?xml version=\"1.0\" ?>\n<bmap version=\"2.0\">\n    <ImageSize> 100000 </ImageSize>\n")
                .contains("    <BlocksCount> 25 </BlocksCount>\n    <MappedBlocksCount> 6 </MappedBlocksCount>\n")
                .contains("\"> 0-1 </Range>")
                .contains("\"> 24 </Range>");
    }

    @Test
    void namesZerosToo() throws IOException {
        ByteSource withHole = ByteSource.concat(
                List.of(ByteSource.of(new byte[] {1}), ByteSource.zeros(20_000), ByteSource.zeros(1)));
        BlockMap map = write(DiskPlan.builder(1 << 20)
                .put(4096, withHole)
                .put(1 << 19, ByteSource.zeros(8192))
                .build());
        assertThat(map.ranges())
                .extracting(BlockMap.Range::first, BlockMap.Range::last)
                .hasToString("[(1L, 5L), (128L, 129L)]");
        assertThat(map.ranges().get(1).digest()).isEqualTo(Digest.compute(Digest.Algorithm.SHA_256, new byte[8192]));
    }

    @Test
    void aPlanWithoutBytesHasNoRanges() throws IOException {
        assertThat(write(DiskPlan.builder(8192).build()).ranges()).isEmpty();
    }

    @Test
    void bmaptoolCopiesByItAndChecksEverySum() throws IOException {
        byte[] large = new byte[70 << 20];
        Arrays.fill(large, (byte) 'x');
        BlockMap map = write(DiskPlan.builder((1L << 30) + 3)
                .put(4096, large)
                .put(512 << 20, ByteSource.of(new byte[] {1, 2, 3}))
                .put(600 << 20, ByteSource.zeros(130 << 20))
                .put(1L << 30, new byte[] {4, 5, 6})
                .build());
        Path image = folder.resolve("image");
        Path copy = folder.resolve("copy");
        Path xml = Files.writeString(folder.resolve("image.bmap"), map.toXml());
        Foreign.tool("bmaptool").run("copy", "--bmap", xml, image, copy);
        assertThat(Files.mismatch(image, copy)).isEqualTo(-1);

        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.seek(512 << 20);
            file.write(9);
        }
        assertThat(Foreign.tool("bmaptool")
                        .judge("copy", "--bmap", xml, image, copy)
                        .status())
                .isNotZero();
        String changed = map.toXml().replaceFirst("chksum=\"....", "chksum=\"0000");
        Files.writeString(xml, changed);
        assertThat(Foreign.tool("bmaptool")
                        .judge("copy", "--bmap", xml, image, copy)
                        .all())
                .contains("checksum");
    }

    private BlockMap write(DiskPlan plan) throws IOException {
        Path image = folder.resolve("image");
        BlockMap map = DiskWriter.write(plan, image, WriteOptions.DEFAULT.withBlockMap())
                .blockMap()
                .orElseThrow();
        assertThat(map).isEqualTo(BlockMap.of(plan, 1));
        return map;
    }
}
