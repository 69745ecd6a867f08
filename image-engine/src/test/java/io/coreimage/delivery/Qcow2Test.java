package io.coreimage.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.ForeignTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Qcow2Test {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1 << 20, (1 << 20) + 512, 600L << 20, 5L << 30})
    void qemuFindsTheSameDisk(long size) throws IOException {
        DiskPlan disk = scattered(size);
        Path raw = folder.resolve("disk.img");
        Path image = folder.resolve("disk.qcow2");
        DiskWriter.write(disk, raw);
        DiskWriter.write(Qcow2.plan(disk), image);
        ForeignTool qemu = Foreign.tool("qemu-img");
        assertThat(qemu.run("check", "-f", "qcow2", image)).contains("No errors were found on the image.");
        assertThat(qemu.run("compare", "-f", "raw", "-F", "qcow2", raw, image)).contains("Images are identical.");
    }

    @Test
    void emptyClustersAreNotInTheFile() throws IOException {
        Path image = folder.resolve("disk.qcow2");
        DiskWriter.write(Qcow2.plan(scattered(5L << 30)), image);
        assertThat(Files.size(image)).isLessThan(4 << 20);
    }

    @Test
    void zerosThatThePlanKnowsAreNotInTheFile() throws IOException {
        DiskPlan disk = DiskPlan.builder(40 << 20)
                .put(5, ByteSource.concat(List.of(noise(), ByteSource.zeros(20 << 20), noise())))
                .put(30 << 20, ByteSource.zeros(4 << 20))
                .build();
        Path raw = folder.resolve("disk.img");
        Path image = folder.resolve("disk.qcow2");
        DiskWriter.write(disk, raw);
        DiskWriter.write(Qcow2.plan(disk), image);
        ForeignTool qemu = Foreign.tool("qemu-img");
        assertThat(qemu.run("check", "-f", "qcow2", image)).contains("No errors were found on the image.");
        assertThat(qemu.run("compare", "-f", "raw", "-F", "qcow2", raw, image)).contains("Images are identical.");
        assertThat(Files.size(image)).isLessThan(2 << 20);
    }

    private static ByteSource noise() {
        byte[] bytes = new byte[100_000];
        new Random(2).nextBytes(bytes);
        return ByteSource.of(bytes);
    }

    @Test
    void anEmptyDiskIsAnImageToo() throws IOException {
        Path image = folder.resolve("disk.qcow2");
        DiskWriter.write(Qcow2.plan(DiskPlan.builder(1 << 30).build()), image);
        assertThat(Foreign.tool("qemu-img").run("check", "-f", "qcow2", image)).contains("No errors");
    }

    private static DiskPlan scattered(long size) {
        Random random = new Random(1);
        DiskPlan.Builder disk = DiskPlan.builder(size);
        for (long at = 0; at + 100_000 < size; at += size / 9 + random.nextInt(512)) {
            byte[] bytes = new byte[random.nextInt(100_000)];
            random.nextBytes(bytes);
            disk.put(at, bytes);
        }
        return disk.build();
    }
}
