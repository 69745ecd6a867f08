package io.coreimage.filesystem.ext4;

import io.coreimage.problem.RefusedException;
import java.util.Locale;

/**
 * What a file system makes use of: three words of flags in its superblock.
 *
 * <p>A reader that does not know a <em>compatible</em> one may go on, one that does not know a <em>read-only
 * compatible</em> one may only read, one that does not know an <em>incompatible</em> one must leave it alone.
 * @param compatible flags that change nothing for others
 * @param incompatible flags without which nothing can be read
 * @param readOnlyCompatible flags without which nothing may be written
 */
public record Ext4Features(int compatible, int incompatible, int readOnlyCompatible) {

    static final int HAS_JOURNAL = 0x4;
    static final int EXT_ATTR = 0x8;
    static final int RESIZE_INODE = 0x10;
    static final int DIR_INDEX = 0x20;
    static final int SPARSE_SUPER2 = 0x200;
    static final int ORPHAN_FILE = 0x1000;

    static final int FILETYPE = 0x2;
    static final int RECOVER = 0x4;
    static final int EXTENTS = 0x40;
    static final int WIDE = 0x80;
    static final int FLEX_BG = 0x200;
    static final int CHECKSUM_SEED = 0x2000;
    static final int LARGE_DIRECTORIES = 0x4000;

    static final int SPARSE_SUPER = 0x1;
    static final int LARGE_FILE = 0x2;
    static final int HUGE_FILE = 0x8;
    static final int GROUP_CHECKSUMS = 0x10;
    static final int DIR_NLINK = 0x20;
    static final int EXTRA_ISIZE = 0x40;
    static final int METADATA_CHECKSUMS = 0x400;
    static final int READ_ONLY = 0x1000;
    static final int ORPHAN_PRESENT = 0x10000;

    /** What every device of Ubuntu Core 16 and 18 understands, its old {@code e2fsck} 1.42.13 included. */
    public static final Ext4Features MID = new Ext4Features(
            HAS_JOURNAL | EXT_ATTR | DIR_INDEX,
            FILETYPE | EXTENTS,
            SPARSE_SUPER | LARGE_FILE | HUGE_FILE | DIR_NLINK | EXTRA_ISIZE);

    /** What {@code mkfs.ext4} of Ubuntu 18.04 to 24.04 makes: checksums over all metadata, 64 bits, flexible groups. */
    public static final Ext4Features FULL = new Ext4Features(
            MID.compatible | RESIZE_INODE,
            MID.incompatible | WIDE | FLEX_BG,
            MID.readOnlyCompatible | METADATA_CHECKSUMS);

    /** Return {@link #MID} or {@link #FULL} by its name in lower case. */
    public static Ext4Features named(String name) {
        return switch (name) {
            case "mid" -> MID;
            case "full" -> FULL;
            default ->
                throw new RefusedException(
                        "cannot use the ext4 features \"" + name + "\": there are only \"mid\" and \"full\"");
        };
    }

    boolean compatible(int flag) {
        return (compatible & flag) != 0;
    }

    boolean incompatible(int flag) {
        return (incompatible & flag) != 0;
    }

    boolean readOnlyCompatible(int flag) {
        return (readOnlyCompatible & flag) != 0;
    }

    boolean checksums() {
        return readOnlyCompatible(METADATA_CHECKSUMS);
    }

    boolean flexibleGroups() {
        return incompatible(FLEX_BG);
    }

    boolean wide() {
        return incompatible(WIDE);
    }

    Ext4Features withoutJournal() {
        return new Ext4Features(compatible & ~HAS_JOURNAL, incompatible, readOnlyCompatible);
    }

    Ext4Features withoutResizeInode() {
        return new Ext4Features(compatible & ~RESIZE_INODE, incompatible, readOnlyCompatible);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%x/%x/%x", compatible, incompatible, readOnlyCompatible);
    }
}
