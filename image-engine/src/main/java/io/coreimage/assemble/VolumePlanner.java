package io.coreimage.assemble;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.SectorSize;
import io.coreimage.gadget.LaidOutStructure;
import io.coreimage.gadget.LaidOutVolume;
import io.coreimage.gadget.OffsetWrite;
import io.coreimage.gadget.RawContent;
import io.coreimage.gadget.Role;
import io.coreimage.partition.GptPartition;
import io.coreimage.partition.GptTable;
import io.coreimage.partition.MbrPartition;
import io.coreimage.partition.MbrTable;
import io.coreimage.partition.PartitionTable;
import io.coreimage.partition.PartitionType;
import io.coreimage.problem.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One volume of a gadget, with the files that go into it, as a plan for a disk.
 *
 * <pre>
 * boot code, table │ raw structure │ file system … │ room that the device fills │ backup table
 * </pre>
 */
final class VolumePlanner {

    private static final Size WHOLE_IMAGE = Size.ofMiB(1);
    private static final String UNNAMED_ROOT = "writable";

    private final LaidOutVolume volume;
    private final SectorSize sector;
    private final ImageIds ids;
    private final FileSystems fileSystems;
    private final Shortage shortage;
    private final List<PlannedStructure> lines = new ArrayList<>();

    VolumePlanner(LaidOutVolume volume, SectorSize sector, ImageIds ids, FileSystems fileSystems, Shortage shortage) {
        this.volume = volume;
        this.sector = sector;
        this.ids = ids;
        this.fileSystems = fileSystems;
        this.shortage = shortage;
    }

    /**
     * Plan the image.
     * @param contents the files of each structure that has a file system
     * @param asked how large the image is to be, or {@code null}
     */
    VolumePlan plan(StructureContents contents, @Nullable Size asked) {
        volume.check(sector.size());
        Size size = diskSize(asked);
        DiskPlan.Builder disk =
                DiskPlan.builder(size.bytes()).place(0, table(size).plan(bootCode()));
        int number = 0;
        for (LaidOutStructure each : volume.written()) {
            Integer partition = each.structure().isPartition() ? Integer.valueOf(++number) : null;
            put(disk, each, partition, contents.of(each));
        }
        return new VolumePlan(volume.name(), writeOffsets(disk.build()), lines, volume.find(seedRole()) != null);
    }

    private Role seedRole() {
        return volume.seeded() ? Role.SYSTEM_SEED : Role.SYSTEM_DATA;
    }

    // ---- sizes ----

    /** The image ends at a whole MiB, and the backup table is inside it: what is asked for is what comes out. */
    private Size diskSize(@Nullable Size asked) {
        Size least = leastDisk(volume, sector);
        if (asked == null) {
            return least;
        }
        if (asked.compareTo(least) < 0) {
            throw shortage.refuse(
                    volume.name() + ".img",
                    "the image",
                    least,
                    asked,
                    "Ask for an image size of at least " + mib(least) + ".");
        }
        return asked.roundUp(sector.size());
    }

    private static Size leastDisk(LaidOutVolume volume, SectorSize sector) {
        return volume.size().plus(tail(volume, sector)).roundUp(WHOLE_IMAGE);
    }

    /** A GPT ends with a copy of itself: what it takes less the two sectors in front of the first copy's entries. */
    private static Size tail(LaidOutVolume volume, SectorSize sector) {
        Size tables = GptTable.overhead(sector);
        return volume.isGpt() ? tables.minus(sector.size().times(2)) : Size.ZERO;
    }

    /** Return by how much the last structure can grow, in whole MiB, in an image that is asked for. */
    static Size roomBehind(LaidOutVolume volume, SectorSize sector, @Nullable Size asked) {
        long free = asked == null
                ? 0
                : asked.bytes() - volume.size().plus(tail(volume, sector)).bytes();
        return free <= 0 ? Size.ZERO : WHOLE_IMAGE.times(free / WHOLE_IMAGE.bytes());
    }

    static String mib(Size size) {
        return size.roundUp(Size.ofMiB(1)).bytes() / Size.ofMiB(1).bytes() + "M";
    }

    // ---- the table ----

    private PartitionTable table(Size diskSize) {
        return volume.isGpt() ? gpt(diskSize) : mbr(diskSize);
    }

    private GptTable gpt(Size diskSize) {
        List<GptPartition> partitions = new ArrayList<>();
        for (LaidOutStructure each : volume.partitions()) {
            int number = partitions.size() + 1;
            Guid id = Objects.requireNonNullElseGet(each.partitionId(), () -> ids.partition(volume.name(), number));
            partitions.add(GptPartition.covering(
                    sector, number, each.start(), each.size(), type(each), id, partitionName(each)));
        }
        Guid disk = Objects.requireNonNullElseGet(volume.diskGuid(), () -> ids.disk(volume.name()));
        return GptTable.of(sector, diskSize, disk, partitions);
    }

    private MbrTable mbr(Size diskSize) {
        List<MbrPartition> partitions = new ArrayList<>();
        for (LaidOutStructure each : volume.partitions()) {
            partitions.add(MbrPartition.covering(
                    sector, partitions.size() + 1, each.start(), each.size(), type(each), volume.isActive(each)));
        }
        Long given = volume.diskId();
        long disk = given != null ? given : Integer.toUnsignedLong(ids.mbrDisk(volume.name()));
        return new MbrTable(sector, diskSize, disk, partitions);
    }

    private static PartitionType type(LaidOutStructure structure) {
        Integer mbr = structure.structure().type().mbr();
        return new PartitionType(
                mbr == null ? OptionalInt.empty() : OptionalInt.of(mbr),
                Optional.ofNullable(structure.structure().type().gpt()));
    }

    private static String partitionName(LaidOutStructure structure) {
        String name = structure.structure().name();
        return name.isEmpty() && structure.role() == Role.SYSTEM_DATA ? UNNAMED_ROOT : name;
    }

    private ByteSource bootCode() {
        LaidOutStructure mbr = volume.find(Role.MBR);
        if (mbr == null || mbr.images().isEmpty()) {
            return ByteSource.zeros(0);
        }
        List<ByteSource> parts = new ArrayList<>();
        long end = 0;
        for (RawContent each : mbr.images()) {
            parts.add(ByteSource.zeros(each.offset().bytes() - end));
            parts.add(each.bytes());
            end = each.offset().bytes() + each.bytes().size();
        }
        return ByteSource.concat(parts);
    }

    // ---- what lies in the structures ----

    private void put(DiskPlan.Builder disk, LaidOutStructure structure, @Nullable Integer number, FileTree files) {
        Size used = Size.ZERO;
        if (structure.structure().hasFilesystem()) {
            FileSystemPlan plan = fileSystems.plan(volume, structure, Objects.requireNonNullElse(number, 0), files);
            disk.place(structure.start().bytes(), plan.plan());
            used = plan.used();
        } else {
            used = rawSize(structure);
            if (structure.role() != Role.MBR) {
                putImages(disk, structure);
            }
        }
        lines.add(new PlannedStructure(
                volume.name(),
                number,
                displayName(structure),
                structure.start(),
                structure.size(),
                structure.structure().hasFilesystem()
                        ? FileSystems.nameOf(structure.structure().filesystem())
                        : "",
                used));
    }

    private static String displayName(LaidOutStructure structure) {
        String name = partitionName(structure);
        return name.isEmpty() ? structure.role().text() : name;
    }

    private static Size rawSize(LaidOutStructure structure) {
        return Size.ofBytes(structure.images().stream()
                .mapToLong(each -> each.bytes().size())
                .sum());
    }

    private static void putImages(DiskPlan.Builder disk, LaidOutStructure structure) {
        for (RawContent each : structure.images()) {
            disk.put(structure.start().plus(each.offset()).bytes(), each.bytes());
        }
    }

    // ---- pointers from one structure into another ----

    private DiskPlan writeOffsets(DiskPlan disk) {
        DiskPlan written = disk;
        for (LaidOutStructure each : volume.written()) {
            OffsetWrite pointer = each.structure().offsetWrite();
            if (pointer != null) {
                written = written.overwrittenAt(placeOf(pointer), firstSector(each));
            }
        }
        return written;
    }

    private long placeOf(OffsetWrite pointer) {
        long base = volume.structures().stream()
                .filter(each -> each.structure().name().equals(pointer.relativeTo()))
                .findFirst()
                .map(each -> each.start().bytes())
                .orElse(0L);
        return base + pointer.offset().bytes();
    }

    private ByteSource firstSector(LaidOutStructure structure) {
        long value = structure.firstSector(sector.size());
        if (value >>> Integer.SIZE != 0) {
            throw new RefusedException("cannot write the first sector of "
                    + structure.structure().said() + ": " + value + " needs more than 32 bits");
        }
        return ByteSource.of(ByteBuffer.allocate(OffsetWrite.SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array());
    }
}
