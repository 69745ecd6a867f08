package io.coreimage.delivery;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import io.coreimage.disk.BlockMap;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskSums;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.WriteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One disk on its way into its files, with what is found out on the way: their digests, and the block map. */
final class Shipment {

    private final DiskPlan disk;
    private final Map<OutputFormat, Path> files;
    private final ImageWriter writer;
    private final Map<Path, Digest> digests = new LinkedHashMap<>();
    private @Nullable BlockMap map;

    Shipment(DiskPlan disk, Map<OutputFormat, Path> files, ImageWriter writer) {
        this.disk = disk;
        this.files = files;
        this.writer = writer;
    }

    /** Write all files; the block map comes last, since its sums are made beside the raw image where there is one. */
    Map<Path, Digest> write() throws IOException {
        for (Map.Entry<OutputFormat, Path> each : files.entrySet()) {
            write(each.getKey(), each.getValue());
        }
        Path mapFile = files.get(OutputFormat.BMAP);
        if (mapFile != null) {
            writeMap(map == null ? BlockMap.of(disk, writer.threads()) : map, mapFile);
        }
        return digests;
    }

    private void write(OutputFormat format, Path file) throws IOException {
        switch (format) {
            case IMG ->
                writeRaw(
                        disk,
                        file,
                        files.containsKey(OutputFormat.BMAP) ? options().withBlockMap() : options());
            case QCOW2 -> writeRaw(Qcow2.plan(disk), file, options());
            case IMG_XZ, IMG_ZST, IMG_GZ -> compress(format, file);
            case BMAP, SHA256SUMS -> {} // made of the others
        }
    }

    private WriteOptions options() {
        return writer.sums() ? WriteOptions.DEFAULT.withSha256() : WriteOptions.DEFAULT;
    }

    private void writeRaw(DiskPlan image, Path file, WriteOptions options) {
        DiskSums sums = DiskWriter.write(image, file, options);
        sums.blockMap().ifPresent(found -> map = found);
        sums.sha256().ifPresent(digest -> digests.put(file, digest));
    }

    private void compress(OutputFormat format, Path file) throws IOException {
        Hasher hasher = writer.sums() ? Digest.Algorithm.SHA_256.newHasher() : null;
        CompressedImage.write(disk, format, file, writer.threads(), hasher);
        if (hasher != null) {
            digests.put(file, hasher.finish());
        }
    }

    private void writeMap(BlockMap blocks, Path file) {
        String text = blocks.toXml();
        DiskWriter.write(DiskPlan.of(ByteSource.of(text.getBytes(StandardCharsets.UTF_8))), file);
        if (writer.sums()) {
            digests.put(file, Digest.compute(Digest.Algorithm.SHA_256, text));
        }
    }
}
