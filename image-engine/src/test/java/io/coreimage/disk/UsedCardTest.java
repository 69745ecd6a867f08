package io.coreimage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.filesystem.ext4.Ext4Features;
import io.coreimage.filesystem.ext4.Ext4Options;
import io.coreimage.filesystem.ext4.Ext4Planner;
import io.coreimage.filesystem.fat.FatFormat;
import io.coreimage.filesystem.fat.FatPlan;
import io.coreimage.filesystem.fat.FatType;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A block map names all that matters: what it leaves out may be anything, as on a card that was used before. */
class UsedCardTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"full", "mid"})
    void ext4IsWholeWhereTheRestIsNot(String features) throws IOException {
        Ext4Options options = Ext4Options.of(Size.ofMiB(300), "writable", Ext4Features.named(features), TIME);
        Path card = writeToUsedCard(Ext4Planner.plan(tree(), options));
        Foreign.tool("e2fsck").run("-fn", card);
        Foreign.tool("debugfs").run("-R", "dump /folder/large " + folder.resolve("dumped"), card);
        assertThat(Files.readAllBytes(folder.resolve("dumped"))).isEqualTo(large());
    }

    @ParameterizedTest
    @EnumSource(FatType.class)
    void fatIsWholeWhereTheRestIsNot(FatType type) throws IOException {
        Size size = Size.ofMiB(type == FatType.FAT12 ? 4 : 64);
        FatFormat format =
                FatFormat.of(size, SectorSize.BYTES_512, "seed", TIME).withType(type);
        Path card = writeToUsedCard(FatPlan.of(tree(), format).disk());
        Foreign.tool("fsck.fat").run("-n", card);
        Foreign.tool("mcopy").run("-n", "-i", card, "::folder/large", folder.resolve("dumped"));
        assertThat(Files.readAllBytes(folder.resolve("dumped"))).isEqualTo(large());
    }

    /** Write what a block map names, as {@code bmaptool} does it on a device. */
    private Path writeToUsedCard(DiskPlan plan) throws IOException {
        Path card = folder.resolve("card");
        byte[] used = new byte[1 << 20];
        Arrays.fill(used, (byte) 0xA5);
        try (FileChannel file = FileChannel.open(card, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (file.position() < plan.size()) {
                file.write(ByteBuffer.wrap(used));
            }
            file.truncate(plan.size());
            ByteSource disk = plan.asSource();
            for (BlockMap.Range each : BlockMap.of(plan, 2).ranges()) {
                long from = each.first() * 4096;
                file.position(from);
                disk.copyTo(from, Math.min((each.last() + 1) * 4096, plan.size()) - from, file);
            }
        }
        return card;
    }

    private static FileTree tree() {
        FileTree.Builder tree = FileTree.builder(Attributes.directory(TIME)).file("folder/large", large());
        for (int i = 0; i < 100; i++) {
            tree.file("folder/a file with a long name " + i, new byte[] {(byte) i});
        }
        return tree.build();
    }

    private static byte[] large() {
        byte[] bytes = new byte[1_000_001];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }
}
