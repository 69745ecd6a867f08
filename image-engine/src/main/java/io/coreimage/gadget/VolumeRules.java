package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import io.coreimage.yaml.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the structures of a volume must be to each other. */
final class VolumeRules {

    private VolumeRules() {}

    static void check(Volume volume) {
        checkNames(volume.structures());
        checkPlaces(volume);
        volume.structures().forEach(each -> checkOffsetWrite(volume, each));
    }

    /** Add a size to an offset of a structure; a sum beyond all disks is refused. */
    static Size plus(Size offset, Size size, Structure structure) {
        try {
            return offset.plus(size);
        } catch (ArithmeticException ex) {
            throw Rule.SIZE_NEG.refuse(structure.place(), structure.said() + " ends beyond 2^63 bytes");
        }
    }

    private static void checkNames(List<Structure> structures) {
        Set<String> seen = new HashSet<>();
        for (Structure each : structures) {
            if (!each.name().isEmpty() && !seen.add(each.name())) {
                throw Rule.NAME_DUP.refuse(each.place(), "name \"" + each.name() + "\" stands twice in the volume");
            }
        }
    }

    private static void checkPlaces(Volume volume) {
        Size end = Size.ZERO;
        String before = "";
        for (Structure each : volume.structures()) {
            Size offset = each.offset();
            if (each.role() == Role.MBR && (offset == null || offset.bytes() != 0)) {
                throw Rule.MBR_OFFSET.refuse(
                        each.place(),
                        each.said() + " has role mbr and must start at 0",
                        "Put it first, or give it offset: 0.");
            }
            if (offset != null && offset.compareTo(end) < 0) {
                throw Rule.OVERLAP.refuse(
                        each.place(),
                        each.said() + " starts at " + offset.bytes() + ", inside " + before + ", which ends at "
                                + end.bytes());
            }
            end = plus(offset == null ? end : offset, each.size(), each);
            before = each.said();
        }
    }

    private static void checkOffsetWrite(Volume volume, Structure structure) {
        OffsetWrite write = structure.offsetWrite();
        if (write == null) {
            return;
        }
        String said = "offset-write \"" + write + "\" of " + structure.said();
        if (write.relativeTo().isEmpty()) {
            checkInside(
                    write,
                    volume.minSize(),
                    Rule.OW_OUTSIDE_VOLUME,
                    structure.place(),
                    said + " lies outside the volume");
            return;
        }
        Structure first = volume.structures().get(0);
        if (!first.name().equals(write.relativeTo())) {
            throw Rule.OW_UNKNOWN.refuse(
                    structure.place(),
                    said + " names \"" + write.relativeTo() + "\", which is not the first structure");
        }
        if (volume.start(0).bytes() != 0) {
            throw Rule.OW_NONZERO.refuse(structure.place(), said + " names a structure that does not start at 0");
        }
        checkInside(
                write,
                first.minSize(),
                Rule.OW_OUTSIDE_STRUCT,
                structure.place(),
                said + " lies outside " + first.said());
    }

    private static void checkInside(OffsetWrite write, Size room, Rule rule, Place place, String reason) {
        if (write.offset().bytes() + OffsetWrite.SIZE > room.bytes()) {
            throw rule.refuse(place, reason);
        }
    }
}
