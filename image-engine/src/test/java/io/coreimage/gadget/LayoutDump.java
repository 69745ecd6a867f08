package io.coreimage.gadget;

import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.Entry;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.FileTree.Symlink;
import io.coreimage.bytes.Size;
import java.util.ArrayList;
import java.util.List;

/** A layout as lines that a person can check. */
final class LayoutDump {

    private LayoutDump() {}

    static String of(GadgetLayout layout) {
        List<String> lines = new ArrayList<>();
        layout.volumes().forEach(volume -> {
            lines.add("volume " + volume.name() + ": " + volume.volume().schema() + ", ends at "
                    + volume.size().bytes() + ", disk id "
                    + (volume.isGpt() ? volume.diskGuid() : volume.diskId()));
            volume.structures().forEach(each -> add(lines, volume, each));
        });
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, LaidOutVolume volume, LaidOutStructure each) {
        Structure structure = each.structure();
        String number = volume.partitions().contains(each)
                ? "partition " + (volume.partitions().indexOf(each) + 1)
                : volume.isWritten(each) ? "no partition" : "made on the device";
        lines.add("  " + each.start().bytes() + " +" + each.size().bytes() + " \"" + each.partitionName() + "\" "
                + structure.type() + " role=" + structure.role().text() + " "
                + structure.filesystem().text() + " \""
                + structure.label() + "\" " + number + (each.partitionId() == null ? "" : " " + each.partitionId()));
        if (structure.offsetWrite() != null) {
            lines.add("    write " + each.firstSector(Size.ofBytes(512)) + " to " + structure.offsetWrite());
        }
        each.images()
                .forEach(raw -> lines.add(
                        "    image " + raw.image() + " at " + raw.offset().bytes() + ", "
                                + raw.bytes().size() + " of " + raw.room().bytes()));
        each.files().entries().stream().skip(1).forEach(file -> lines.add("    " + said(file)));
    }

    private static String said(Entry entry) {
        if (entry.node() instanceof RegularFile file) {
            return entry.path() + " " + file.content().size();
        }
        if (entry.node() instanceof Symlink link) {
            return entry.path() + " -> " + link.target();
        }
        return entry.path() + (entry.node() instanceof Directory ? "/" : " ?");
    }
}
