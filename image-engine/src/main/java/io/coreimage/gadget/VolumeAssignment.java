package io.coreimage.gadget;

import io.coreimage.yaml.YamlNode;
import io.coreimage.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A variant of a device, by the disks that its volumes are; nothing at build.
 * @param name the variant's name
 * @param devices by the volume's name, a path below {@code /dev/disk}
 */
public record VolumeAssignment(String name, SortedMap<String, String> devices) {

    public VolumeAssignment {
        devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
    }

    static List<VolumeAssignment> readAll(Fields top, List<String> volumes) {
        List<VolumeAssignment> all = new ArrayList<>();
        for (YamlNode each : top.list("volume-assignments")) {
            VolumeAssignment read = read(Fields.of(each, "a volume assignment"), volumes);
            if (all.stream().anyMatch(other -> other.devices().equals(read.devices()))) {
                throw Rule.VA_DUP.refuse(each.place(), "assignment \"" + read.name() + "\" is the same as another");
            }
            all.add(read);
        }
        return List.copyOf(all);
    }

    private static VolumeAssignment read(Fields fields, List<String> volumes) {
        String name = fields.text("assignment-name");
        SortedMap<String, String> devices = new TreeMap<>();
        for (Map.Entry<Text, YamlNode> each : fields.fields("assignment").all().entrySet()) {
            String volume = each.getKey().value();
            if (!volumes.contains(volume)) {
                throw Rule.VA_VOLUME.refuse(each.getKey().place(), "there is no volume \"" + volume + "\" to assign");
            }
            devices.put(volume, device(Fields.of(each.getValue(), "an assignment")));
        }
        if (devices.isEmpty()) {
            throw Rule.VA_EMPTY.refuse(fields.place(), "assignment \"" + name + "\" assigns no volume");
        }
        return new VolumeAssignment(name, devices);
    }

    private static String device(Fields fields) {
        String device = fields.text("device");
        if (!device.startsWith("/dev/disk/by-path") && !device.startsWith("/dev/disk/by-id")) {
            throw Rule.VA_DEVICE.refuse(
                    fields.placeOf("device"), "\"" + device + "\" must be below /dev/disk/by-path or /dev/disk/by-id");
        }
        return device;
    }
}
