package io.coreimage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.partition.GptPartition;
import io.coreimage.partition.GptTable;
import io.coreimage.partition.PartitionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The same disk has the same bytes: in any folder, zone and locale, by any number of threads, put together in any order. */
@Isolated("changes the defaults of the machine")
class DiskLawTest {

    private static final Size SIZE = Size.ofMiB(64);
    private static final Guid DISK = Guid.parse("11111111-2222-3333-4444-555555555555");

    @TempDir
    Path folder;

    @Test
    void twiceTheSameBytes() throws IOException {
        Set<Digest> sums = new HashSet<>();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            for (int world = 0; world < 4; world++) {
                TimeZone.setDefault(TimeZone.getTimeZone(List.of("UTC", "Asia/Tokyo", "Pacific/Chatham", "America/Lima")
                        .get(world)));
                Locale.setDefault(List.of(Locale.ROOT, Locale.JAPAN, Locale.forLanguageTag("tr"), Locale.US)
                        .get(world));
                sums.add(write(world));
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertThat(sums).hasSize(1);
    }

    private Digest write(int world) throws IOException {
        Path image =
                Files.createDirectories(folder.resolve("of world " + world)).resolve("image-" + world);
        DiskWriter.write(plan(world), image, WriteOptions.DEFAULT.withThreads(1 + 2 * world));
        ByteSource written = ByteSource.ofFile(image, Files.size(image));
        assertThat(written.size()).isEqualTo(SIZE.bytes());
        return written.id().whole();
    }

    /** Return a disk with a table, a large file and many small pieces, put together in an order of its own. */
    private DiskPlan plan(int seed) throws IOException {
        byte[] large = new byte[9_000_001];
        new Random(1).nextBytes(large);
        Path payload = Files.write(folder.resolve("payload-" + seed), large);
        GptTable table = GptTable.of(SectorSize.BYTES_512, SIZE, DISK, List.of(partition()));
        DiskPlan.Builder plan = DiskPlan.builder(SIZE.bytes()).place(0, table.plan());
        List<Extent> extents = new ArrayList<>(List.of(
                new Extent(2 << 20, ByteSource.ofFile(payload, large.length)),
                new Extent(
                        40 << 20,
                        ByteSource.computed(ContentId.ofRecipe("large", large.length, List.of()), () -> large))));
        for (int i = 0; i < 500; i++) {
            extents.add(new Extent((32 << 20) + i * 5000L, ByteSource.of(new byte[] {(byte) i, 1, 2, 3})));
        }
        Collections.shuffle(extents, new Random(seed));
        extents.forEach(each -> plan.put(each.offset(), each.source()));
        return plan.build();
    }

    private static GptPartition partition() {
        PartitionType linux = PartitionType.parse("0FC63DAF-8483-4772-8E79-3D69D8477DE4");
        Guid id = Guid.nameBased(DISK, "partition");
        return GptPartition.covering(SectorSize.BYTES_512, 1, Size.ofMiB(1), Size.ofMiB(60), linux, id, "ubuntu-data");
    }
}
