package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.util.List;

/** A FAT volume that somebody wrote: read without trust, and checked. */
public final class FatVolume {

    private final ByteSource source;
    private final BootSector boot;
    private final FatGeometry geometry;

    private FatVolume(ByteSource source, BootSector boot, FatGeometry geometry) {
        this.source = source;
        this.boot = boot;
        this.geometry = geometry;
    }

    /** Open the volume in a partition or an image of one. */
    public static FatVolume open(ByteSource source) throws IOException {
        BootSector boot = BootCheck.read(source);
        return new FatVolume(source, boot, BootCheck.geometry(boot, source.size()));
    }

    /** Return the type, which the number of clusters makes. */
    public FatType type() {
        return geometry.type();
    }

    /** Return the name in the boot sector, empty where there is none. */
    public String label() {
        String label = boot.identity().label();
        return label.equals(VolumeLabel.NONE) ? "" : label;
    }

    /** Return the number of the volume. */
    public long volumeId() {
        return boot.identity().volumeId();
    }

    /**
     * Return everything in the volume. A file's content is a part of this volume, of which nothing is read yet; all belongs
     * to root, files have the mode 0644 (0444 when they are marked read-only) and directories 0755.
     */
    public FileTree tree() throws IOException {
        return new VolumeReader(source, geometry, boot).tree();
    }

    /** Find everything that is wrong with the volume. */
    public List<Flaw> check() throws IOException {
        return new VolumeCheck(source, geometry, boot).check();
    }

    /** Return how full the volume is, by its table. */
    public FatUsage usage() throws IOException {
        long free = new TableReader(source, geometry, 0).countFree();
        return new FatUsage(Size.ofBytes(geometry.clusterSize()), geometry.clusters(), geometry.clusters() - free);
    }
}
