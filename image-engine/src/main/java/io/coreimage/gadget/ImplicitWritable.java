package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * The partition that UC16 and UC18 gadgets leave unsaid: the writable one, behind all others. Unlike the reference's it
 * starts at a multiple of 1 MiB.
 */
final class ImplicitWritable {

    private static final Size ALIGNMENT = Size.ofMiB(1);

    private ImplicitWritable() {}

    static List<Volume> addTo(Gadget gadget) {
        List<Volume> volumes = gadget.volumes();
        boolean wanted = volumes.size() == 1
                && !gadget.isSeeded()
                && gadget.find(Role.SYSTEM_DATA) == null
                && volumes.get(0).schema() != Schema.EMMC;
        return wanted ? List.of(withWritable(volumes.get(0))) : volumes;
    }

    private static Volume withWritable(Volume volume) {
        long end = 0;
        for (int i = 0; i < volume.structures().size(); i++) {
            end = Math.max(
                    end, volume.start(i).plus(volume.structures().get(i).size()).bytes());
        }
        List<Structure> structures = new ArrayList<>(volume.structures());
        structures.add(writable(volume, new Size(Math.max(end, ALIGNMENT.bytes())).roundUp(ALIGNMENT)));
        return new Volume(
                volume.place(),
                volume.name(),
                volume.schema(),
                volume.bootloader(),
                volume.id(),
                volume.partial(),
                structures);
    }

    private static Structure writable(Volume volume, Size start) {
        return new Structure(
                volume.place(),
                volume.structures().size(),
                "",
                SystemLabels.WRITABLE,
                start,
                null,
                Size.ZERO,
                Size.ZERO,
                true,
                StructureType.LINUX,
                Role.SYSTEM_DATA,
                "",
                Filesystem.EXT4,
                false,
                List.of(),
                new Update(0, List.of()));
    }
}
