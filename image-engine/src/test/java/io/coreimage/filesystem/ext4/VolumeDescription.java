package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.bytes.TreePath;
import io.coreimage.disk.DiskPlan;
import io.coreimage.testkit.HexDump;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A file system as people write it, one thing a line.
 *
 * <pre>
 * volume kibibytes block-size mid|full label
 * attributes octal-mode uid gid time     of everything below
 * xattr name value                       of the next thing below
 * dir path          file path text       sieve path pieces       hole path bytes
 * symlink path target                    link path first-name
 * char path major minor                  block path major minor
 * fifo path         socket path          names path count length
 * patch offset hex-bytes                 damage done afterwards
 * </pre>
 */
final class VolumeDescription {

    private static final String NONE = "";

    private final FileTree.Builder tree = Trees.builder();
    private final TreeMap<String, ByteSource> xattrs = new TreeMap<>();
    private final List<String[]> patches = new ArrayList<>();
    private Attributes attributes = Attributes.file(Trees.TIME);
    private Ext4Options options = Trees.options(Size.ofMiB(1), Ext4Features.MID);

    private VolumeDescription() {}

    static VolumeDescription parse(String text) {
        VolumeDescription description = new VolumeDescription();
        text.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .forEach(words ->
                        description.add(words[0], words[1], words.length > 2 ? words[2].split(" ") : new String[0]));
        return description;
    }

    /** Plan what is described, damage included. */
    DiskPlan plan() {
        DiskPlan plan = Ext4Planner.plan(tree.build(), options);
        for (String[] patch : patches) {
            plan = plan.overwrittenAt(Long.decode(patch[0]), ByteSource.of(HexDump.parse(patch[1])));
        }
        return plan;
    }

    private void add(String word, String first, String... rest) {
        switch (word) {
            case "volume" -> setVolume(Integer.parseInt(first), rest);
            case "attributes" ->
                attributes = new Attributes(
                        Integer.parseInt(first, 8),
                        Long.parseLong(rest[0]),
                        Long.parseLong(rest[1]),
                        Instant.parse(rest[2]),
                        new TreeMap<>());
            case "xattr" -> xattrs.put(first, ByteSource.of(Trees.text(rest[0])));
            case "patch" -> patches.add(new String[] {first, String.join(NONE, rest)});
            case "names" -> addNames(first, Integer.parseInt(rest[0]), Integer.parseInt(rest[1]));
            default -> tree.add(first, node(word, rest));
        }
    }

    private void setVolume(int kibibytes, String... rest) {
        String label = rest.length > 2 ? rest[2] : NONE;
        options = Ext4Options.of(Size.ofKiB(kibibytes), label, Ext4Features.named(rest[1]), Trees.TIME)
                .withBlockSize(Integer.parseInt(rest[0]))
                .withIds(Trees.IDS);
    }

    private FileTree.Node node(String word, String... rest) {
        return switch (word) {
            case "dir" -> new FileTree.Directory(next());
            case "file" -> file(ByteSource.of(Trees.text(String.join(" ", rest))));
            case "sieve" -> file(Trees.sieve(Integer.parseInt(rest[0])));
            case "hole" -> file(ByteSource.zeros(Long.decode(rest[0])));
            case "symlink" -> new FileTree.Symlink(next(), rest[0]);
            case "link" -> new FileTree.HardLink(TreePath.of(rest[0]));
            case "char" -> new FileTree.Device(next(), false, Integer.parseInt(rest[0]), Integer.parseInt(rest[1]));
            case "block" -> new FileTree.Device(next(), true, Integer.parseInt(rest[0]), Integer.parseInt(rest[1]));
            case "fifo" -> new FileTree.Fifo(next());
            case "socket" -> new FileTree.Socket(next());
            default -> throw new AssertionError("the word \"" + word + "\" is not known");
        };
    }

    private FileTree.Node file(ByteSource content) {
        return new FileTree.RegularFile(next(), content);
    }

    /** Return the attributes of the next node, which takes the extended ones with it. */
    private Attributes next() {
        Attributes next =
                new Attributes(attributes.mode(), attributes.uid(), attributes.gid(), attributes.modified(), xattrs);
        xattrs.clear();
        return next;
    }

    private void addNames(String folder, int count, int length) {
        assertThat(xattrs).isEmpty();
        for (int i = 0; i < count; i++) {
            String number = String.valueOf(i);
            tree.add(folder + "/" + "n".repeat(length - number.length()) + number, file(ByteSource.of(new byte[0])));
        }
    }
}
