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
import java.util.Optional;

/**
 * Writes a disk in any forms, each from the plan: no form waits for another to be written first, and none is read again
 * for its sum.
 * @param threads how many threads compress; the bytes are the same however many there are
 * @param sums whether the SHA-256 of every file is wanted
 */
public record ImageWriter(int threads, boolean sums) {

    public ImageWriter {
        threads = Math.max(1, threads);
    }

    /**
     * Write a disk to a file in each form; files appear when they are whole.
     * @return the SHA-256 of each file, if they are wanted
     */
    public Map<Path, Digest> write(DiskPlan disk, Map<OutputFormat, Path> files) throws IOException {
        Map<Path, Digest> digests = new LinkedHashMap<>();
        Optional<BlockMap> map = Optional.empty();
        for (Map.Entry<OutputFormat, Path> each : files.entrySet()) {
            Path file = each.getValue();
            switch (each.getKey()) {
                case IMG -> {
                    DiskSums sums = writeRaw(disk, file, files.containsKey(OutputFormat.BMAP));
                    map = sums.blockMap();
                    sums.sha256().ifPresent(digest -> digests.put(file, digest));
                }
                case QCOW2 ->
                    writeRaw(Qcow2.plan(disk), file, false).sha256().ifPresent(digest -> digests.put(file, digest));
                case IMG_XZ, IMG_ZST, IMG_GZ -> compress(disk, each.getKey(), file, digests);
                case BMAP, SHA256SUMS -> {}
            }
        }
        Path mapFile = files.get(OutputFormat.BMAP);
        if (mapFile != null) {
            writeText((map.isPresent() ? map.get() : BlockMap.of(disk, threads)).toXml(), mapFile, digests);
        }
        return digests;
    }

    private DiskSums writeRaw(DiskPlan disk, Path file, boolean map) {
        WriteOptions options = map ? WriteOptions.DEFAULT.withBlockMap() : WriteOptions.DEFAULT;
        return DiskWriter.write(disk, file, sums ? options.withSha256() : options);
    }

    private void compress(DiskPlan disk, OutputFormat format, Path file, Map<Path, Digest> digests) throws IOException {
        if (!sums) {
            CompressedImage.write(disk, format, file, threads, null);
            return;
        }
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        CompressedImage.write(disk, format, file, threads, hasher);
        digests.put(file, hasher.finish());
    }

    private void writeText(String text, Path file, Map<Path, Digest> digests) {
        DiskWriter.write(DiskPlan.of(ByteSource.of(text.getBytes(StandardCharsets.UTF_8))), file);
        if (sums) {
            digests.put(file, Digest.compute(Digest.Algorithm.SHA_256, text));
        }
    }
}
