package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.TreePath;
import io.coreimage.filesystem.fat.FolderReader.Found;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns a volume into the tree of files in it; the first thing that is wrong ends it. */
final class VolumeReader implements VolumeWalk.Visitor {

    private final ByteSource source;
    private final FatGeometry geometry;
    private final BootSector boot;
    private final FileTree.Builder tree = FileTree.builder(Attributes.directory(DosTime.FIRST.toInstant()));

    VolumeReader(ByteSource source, FatGeometry geometry, BootSector boot) {
        this.source = source;
        this.geometry = geometry;
        this.boot = boot;
    }

    FileTree tree() throws IOException {
        VolumeWalk walk = new VolumeWalk(source, geometry, VolumeReader::fail, this);
        walk.walk(boot.fat32().map(Fat32Fields::rootCluster).orElse(0L));
        return tree.build();
    }

    private static void fail(Flaw flaw) {
        throw flaw.toException();
    }

    @Override
    public void label(Found label) {
        // The boot sector has it too.
    }

    @Override
    public void folder(TreePath path, Found found) {
        tree.add(
                path,
                new FileTree.Directory(
                        Attributes.directory(found.entry().modified().toInstant())));
    }

    @Override
    public void file(TreePath path, Found found, List<ClusterRun> runs) {
        DirectoryEntry entry = found.entry();
        int mode = (entry.attributes() & DirectoryEntry.READ_ONLY) == 0 ? 0644 : 0444;
        Attributes attributes = Attributes.of(mode, entry.modified().toInstant());
        tree.add(path, new FileTree.RegularFile(attributes, content(runs, entry.size())));
    }

    private ByteSource content(List<ClusterRun> runs, long size) {
        if (size == 0) {
            return ByteSource.of(new byte[0]);
        }
        List<ByteSource> parts = new ArrayList<>();
        long left = size;
        for (ClusterRun run : runs) {
            long count = Math.min(left, run.count() * geometry.clusterSize());
            parts.add(source.slice(geometry.clusterOffset(run.first()), count));
            left -= count;
        }
        return ByteSource.concat(parts);
    }
}
