package io.coreimage.gadget;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads all of gadget.yaml.
 * @param model what it is read for
 */
record GadgetReader(ModelKind model) {

    Gadget read(Fields top) {
        List<Volume> volumes = new ArrayList<>();
        VolumeReader reader = new VolumeReader(model);
        top.fields("volumes").all().forEach((name, value) -> volumes.add(reader.read(name, value)));
        checkBootloader(top, volumes);
        return new Gadget(
                volumes,
                Defaults.read(top.fields("defaults")),
                top.list("connections").stream().map(Connection::read).toList(),
                KernelCommandLine.read(top.fields("kernel-cmdline")),
                VolumeAssignment.readAll(top, volumes.stream().map(Volume::name).toList()));
    }

    private void checkBootloader(Fields top, List<Volume> volumes) {
        List<Volume> booting =
                volumes.stream().filter(each -> each.bootloader() != null).toList();
        if (booting.size() > 1) {
            throw Rule.BL_MANY.refuse(
                    booting.get(1).place(),
                    booting.get(0).said() + " and " + booting.get(1).said() + " both have a bootloader, one must");
        }
        boolean mayBeEmpty = model == ModelKind.UNKNOWN || model.isClassic();
        if (booting.isEmpty() && !(volumes.isEmpty() && mayBeEmpty)) {
            throw Rule.BL_NONE.refuse(top.placeOf("volumes"), "no volume has a bootloader, one must");
        }
    }
}
