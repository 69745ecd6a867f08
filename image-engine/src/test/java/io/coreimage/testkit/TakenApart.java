package io.coreimage.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A disk image taken apart by {@code sfdisk}, {@code mtools} and {@code debugfs}, none of which we wrote, and without a
 * mount.
 * @param image the image
 * @param partitions what was found on it
 */
public record TakenApart(Path image, List<Partition> partitions) {

    /**
     * A partition.
     * @param name its name in the table, or empty
     * @param file its bytes
     * @param fileSystem {@code vfat}, {@code ext4} or empty
     * @param files the folder that its files were taken to, if it has a file system
     */
    public record Partition(String name, Path file, String fileSystem, Path files) {}

    /** Take an image apart below a folder. */
    public static TakenApart of(Path image, Path folder) throws IOException {
        JsonNode table = new ObjectMapper()
                .readTree(Foreign.tool("sfdisk").run("-J", image))
                .path("partitiontable");
        long sector = table.path("sectorsize").asLong(512);
        List<Partition> partitions = new ArrayList<>();
        for (JsonNode each : table.path("partitions")) {
            Path file = folder.resolve("p" + (partitions.size() + 1) + ".img");
            long start = each.path("start").asLong() * sector;
            long size = each.path("size").asLong() * sector;
            DiskWriter.write(
                    DiskPlan.of(ByteSource.ofFile(image, Files.size(image)).slice(start, size)), file);
            partitions.add(open(each.path("name").asText(""), file));
        }
        return new TakenApart(image, partitions);
    }

    private static Partition open(String name, Path file) throws IOException {
        String kind = Foreign.tool("blkid")
                .judge("-p", "-s", "TYPE", "-o", "value", file)
                .output()
                .strip();
        Path files = Path.of(file.toString().replace(".img", ".files"));
        switch (kind) {
            case "vfat" -> {
                Files.createDirectories(files);
                Foreign.tool("mcopy").with("MTOOLS_SKIP_CHECK", "1").run("-s", "-n", "-i", file, "::", files + "/");
            }
            case "ext4" -> {
                Files.createDirectories(files);
                Foreign.tool("debugfs").run("-R", "rdump / " + files, file);
            }
            default -> {
                return new Partition(name, file, "", files);
            }
        }
        return new Partition(name, file, kind, files);
    }

    /** Let the table and every file system be checked by their own tools. */
    public TakenApart check() throws IOException {
        if (Foreign.tool("sfdisk").run("-d", image).contains("label: gpt")) {
            assertThat(Foreign.tool("sgdisk").run("-v", image)).contains("No problems found");
        }
        for (Partition each : partitions) {
            if (each.fileSystem().equals("vfat")) {
                Foreign.tool("fsck.fat").run("-n", each.file());
            } else if (each.fileSystem().equals("ext4")) {
                assertThat(Foreign.tool("e2fsck").judge("-f", "-n", each.file()).status())
                        .as(String.format(Locale.ROOT, "e2fsck of %s", each.name()))
                        .isZero();
            }
        }
        return this;
    }

    /** Return the folder that snapd loads the seed from. */
    public Path seed() {
        return partitions.stream()
                .flatMap(each -> List.of(each.files(), each.files().resolve("system-data/var/lib/snapd/seed")).stream())
                .filter(each -> Files.isDirectory(each.resolve("systems")) || Files.exists(each.resolve("seed.yaml")))
                .findFirst()
                .orElseThrow();
    }
}
