package io.coreimage.gadget;

import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A volume with the place and the content of each of its structures.
 * @param volume what gadget.yaml says
 * @param seeded whether boot, data and save are made on the device, not in the image
 * @param structures the structures in the order of the disk
 */
public record LaidOutVolume(Volume volume, boolean seeded, List<LaidOutStructure> structures) {

    private static final String OLD_BOOT_LABEL = "system-boot";

    public LaidOutVolume {
        structures = List.copyOf(structures);
    }

    public String name() {
        return volume.name();
    }

    /** Return whether an image is made of it; the boot areas of an eMMC are written on the device. */
    public boolean isImage() {
        return volume.schema() != Schema.EMMC;
    }

    /** Return whether the table is a GPT; a schema that is left open is one. */
    public boolean isGpt() {
        return volume.schema() == Schema.GPT || volume.schema() == Schema.OPEN;
    }

    /** Return whether a structure is in the image; the others are only room that the device fills. */
    public boolean isWritten(LaidOutStructure structure) {
        return !seeded || !isMadeOnDevice(structure.structure());
    }

    static boolean isMadeOnDevice(Structure structure) {
        return switch (structure.role()) {
            case SYSTEM_BOOT, SYSTEM_DATA, SYSTEM_SAVE -> true;
            default -> structure.hasLabel(OLD_BOOT_LABEL);
        };
    }

    /** Return what is in the image. */
    public List<LaidOutStructure> written() {
        return structures.stream().filter(this::isWritten).toList();
    }

    /** Return what the partition table lists, in the order of its numbers, the first being 1. */
    public List<LaidOutStructure> partitions() {
        return written().stream().filter(each -> each.structure().isPartition()).toList();
    }

    /** Return whether the partition is the one that starts the system of UC16 and UC18. */
    public boolean isActive(LaidOutStructure structure) {
        return structure.role() == Role.SYSTEM_BOOT || structure.structure().hasLabel(OLD_BOOT_LABEL);
    }

    /** Return the structure with a role, or {@code null}. */
    public @Nullable LaidOutStructure find(Role role) {
        return structures.stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElse(null);
    }

    /** Return where the last structure ends. */
    public Size size() {
        return volume.size();
    }

    /** Return the id of a disk with a GPT, if the gadget gives one. */
    public @Nullable Guid diskGuid() {
        return volume.id().isEmpty() || !isGpt() ? null : Ids.guid(volume.id(), volume.said(), volume.place());
    }

    /** Return the id of a disk with an MBR, if the gadget gives one. */
    public @Nullable Long diskId() {
        return volume.id().isEmpty() || isGpt() ? null : (Long) Ids.mbr(volume.id(), volume.said(), volume.place());
    }

    /** Return the same volume with another size of the structure with a role; what follows from it moves. */
    public LaidOutVolume withSize(Role role, Size size) {
        List<Structure> resized = volume.structures().stream()
                .map(each -> each.role() == role ? each.withSize(size) : each)
                .toList();
        Volume other = new Volume(
                volume.place(),
                volume.name(),
                volume.schema(),
                volume.bootloader(),
                volume.id(),
                volume.partial(),
                resized);
        VolumeRules.check(other);
        List<LaidOutStructure> moved = new ArrayList<>();
        for (LaidOutStructure each : structures) {
            moved.add(new LaidOutStructure(
                    resized.get(each.index()), each.index(), other.start(each.index()), each.images(), each.files()));
        }
        return new LaidOutVolume(other, seeded, moved);
    }

    /** Refuse what no partition table on a disk with such sectors can say. */
    public void check(Size sector) {
        TableRules.check(this, sector);
    }
}
