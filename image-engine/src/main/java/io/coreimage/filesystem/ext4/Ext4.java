package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Guid;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** An ext4 file system as it lies on a disk. To make one, see {@link Ext4Planner}. */
public final class Ext4 {

    private final ByteSource device;
    private final Superblock superblock;

    private Ext4(ByteSource device, Superblock superblock) {
        this.device = device;
        this.superblock = superblock;
    }

    /** Return whether something looks like a file system of this kind. */
    public static boolean isPresent(ByteSource device) throws IOException {
        return SuperblockReader.isPresent(device);
    }

    /** Open a file system; what is in it is read when it is asked for. */
    public static Ext4 open(ByteSource device) throws IOException {
        return new Ext4(device, SuperblockReader.read(device));
    }

    /** Find everything that is wrong with a file system, in the order of its bytes. */
    public static List<Flaw> check(ByteSource device) throws IOException {
        return Ext4Check.check(device);
    }

    public String label() {
        return superblock.identity().label();
    }

    public Guid uuid() {
        return superblock.identity().uuid();
    }

    public Ext4Features features() {
        return superblock.features();
    }

    /** Return when it was made. */
    public Instant created() {
        return Instant.ofEpochSecond(
                superblock.journal().created() | ((long) superblock.additions().createdHigh() << 32));
    }

    /** Return how full it is. */
    public Ext4Usage usage() {
        return new Ext4Usage(
                superblock.blockSize(),
                superblock.blocks(),
                superblock.freeBlocks(),
                superblock.counts().inodes(),
                superblock.counts().freeInodes());
    }

    /** Return everything in it; the contents of files are parts of the disk. */
    public FileTree tree() throws IOException {
        return new TreeReader(Volume.open(device, Findings.throwing())).read();
    }
}
