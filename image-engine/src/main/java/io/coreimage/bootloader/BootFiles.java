package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.Entry;
import io.coreimage.bytes.FileTree.Node;
import io.coreimage.bytes.TreePath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a boot loader adds to an image.
 * @param boot UC16 and UC18: files of the system-boot partition, which the gadget's own content covers
 * @param seed UC20 and later: files of the seed partition, which cover the gadget's content
 * @param images bytes in place of images that gadget.yaml names, by their paths
 * @param bootState the content of the structure with role system-boot-state, or {@code null}
 * @param warnings what is worth a word
 */
public record BootFiles(
        FileTree boot,
        FileTree seed,
        Map<String, ByteSource> images,
        @Nullable ByteSource bootState,
        List<String> warnings) {

    public BootFiles {
        images = Map.copyOf(images);
        warnings = List.copyOf(warnings);
    }

    static BootFiles ofBoot(FileTree boot) {
        return new BootFiles(boot, FileTree.empty(), Map.of(), null, List.of());
    }

    static BootFiles ofSeed(FileTree seed) {
        return new BootFiles(FileTree.empty(), seed, Map.of(), null, List.of());
    }

    BootFiles withWarnings(List<String> other) {
        return new BootFiles(boot, seed, images, bootState, other);
    }

    /** Return the files of the system-boot partition: ours, covered by what the gadget puts there. */
    public FileTree bootPartition(FileTree gadgetContent) {
        return covered(boot, gadgetContent);
    }

    /** Return the files of the seed partition: what the gadget puts there, covered by ours. */
    public FileTree seedPartition(FileTree gadgetContent) {
        return covered(gadgetContent, seed);
    }

    private static FileTree covered(FileTree below, FileTree above) {
        Map<TreePath, Node> nodes = new TreeMap<>();
        for (Entry each : below.entries()) {
            nodes.put(each.path(), each.node());
        }
        for (Entry each : above.entries()) {
            Node known = nodes.get(each.path());
            if (!(known instanceof Directory && each.node() instanceof Directory)) {
                nodes.put(each.path(), each.node());
            }
        }
        Directory root = (Directory) below.entries().get(0).node();
        FileTree.Builder tree = FileTree.builder(root.attributes());
        nodes.forEach(tree::add);
        return tree.build();
    }
}
