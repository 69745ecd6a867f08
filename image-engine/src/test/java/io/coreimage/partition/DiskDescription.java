package io.coreimage.partition;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Extent;
import io.coreimage.disk.Lba;
import io.coreimage.disk.SectorSize;
import io.coreimage.testkit.Golden;
import io.coreimage.testkit.HexDump;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as the golden inputs write it, a line for each thing:
 *
 * <pre>
 * gpt sector-size disk-size disk-guid           mbr sector-size disk-size disk-id
 * number type id first last attributes name     number type active|- first count
 * boot hex-bytes                                boot code
 * patch offset hex-bytes                        damage done afterwards
 * </pre>
 */
final class DiskDescription {

    private final List<GptPartition> gpt = new ArrayList<>();
    private final List<MbrPartition> mbr = new ArrayList<>();
    private final Map<Long, byte[]> patches = new HashMap<>();
    private String[] header = {};
    private byte[] boot = {};

    static DiskDescription parse(String text) {
        DiskDescription description = new DiskDescription();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(description::parseLine);
        return description;
    }

    private void parseLine(String line) {
        String[] words = line.split(" +", 7);
        switch (words[0]) {
            case "gpt", "mbr" -> header = words;
            case "boot" -> boot = HexDump.parse(line.substring(5));
            case "patch" -> patches.put(Long.decode(words[1]), HexDump.parse(line.split(" +", 3)[2]));
            default -> parsePartition(words);
        }
    }

    private void parsePartition(String[] words) {
        int number = Integer.parseInt(words[0]);
        PartitionType type = PartitionType.parse(words[1]);
        if (header[0].equals("mbr")) {
            mbr.add(new MbrPartition(
                    number,
                    words[2].equals("active"),
                    type.forMbr().mbr().orElseThrow(),
                    new Lba(Long.parseLong(words[3])),
                    Long.parseLong(words[4])));
        } else {
            gpt.add(new GptPartition(
                    number,
                    type.forGpt().gpt().orElseThrow(),
                    Guid.parse(words[2]),
                    new Lba(Long.parseLong(words[3])),
                    new Lba(Long.parseLong(words[4])),
                    Long.parseUnsignedLong(words[5], 16),
                    words.length > 6 ? words[6] : ""));
        }
    }

    SectorSize sectorSize() {
        return SectorSize.of(Long.parseLong(header[1]));
    }

    PartitionTable table() {
        Size size = Size.ofBytes(Long.parseLong(header[2]));
        return header[0].equals("mbr")
                ? new MbrTable(sectorSize(), size, Long.decode(header[3]), mbr)
                : GptTable.of(sectorSize(), size, Guid.parse(header[3]), gpt);
    }

    DiskPlan plan() {
        DiskPlan plan = table().plan(ByteSource.of(boot));
        for (Map.Entry<Long, byte[]> patch : patches.entrySet()) {
            plan = plan.overwrittenAt(patch.getKey(), ByteSource.of(patch.getValue()));
        }
        return plan;
    }

    /** Return the plan's bytes as text. */
    static String dump(DiskPlan plan) throws IOException {
        StringBuilder text = new StringBuilder("size " + plan.size() + "\n");
        for (Extent extent : plan.extents()) {
            text.append(HexDump.of(extent.source().readAll(), extent.offset()));
        }
        return text.toString();
    }

    static DiskDescription load(Path input) throws IOException {
        return parse(Golden.text(input));
    }
}
