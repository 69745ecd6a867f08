package io.coreimage.gadget;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.Size;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * How large a volume's image gets.
 *
 * <p>The writable partition of UC16 and UC18 gets half again what is in it and 8 MiB, or what the wanted image leaves
 * for it. A partition that the device makes by itself keeps the gadget's size whatever the seed holds. An image has
 * exactly the size that is asked for, if it is enough, or else ends at a full MiB behind its last table.
 * @param volume the volume, its system-data structure grown
 * @param image the size of the image
 * @param least the size that the image needs at least
 */
public record VolumeSize(LaidOutVolume volume, Size image, Size least) {

    private static final Size SLACK = Size.ofMiB(8);
    private static final Size MIB = Size.ofMiB(1);
    private static final Size BLOCK = Size.ofKiB(4);
    private static final Size GPT_ARRAY = Size.ofKiB(16);

    /**
     * Size a volume.
     * @param used what the root file system holds, as {@link #used} counts it
     * @param wanted the image's size that the user asks for, or {@code null}
     * @param sector the disk's sector size
     */
    public static VolumeSize of(LaidOutVolume volume, Size used, @Nullable Size wanted, Size sector) {
        LaidOutStructure data = volume.find(Role.SYSTEM_DATA);
        Size needed = data == null ? Size.ZERO : needed(volume, data, used, sector);
        LaidOutVolume smallest = data == null ? volume : volume.withSize(Role.SYSTEM_DATA, needed);
        Size least = imageOf(smallest, sector);
        if (wanted == null || wanted.compareTo(least) < 0) {
            return new VolumeSize(smallest, least, least);
        }
        Size desired = data == null ? Size.ZERO : desired(volume, wanted, sector);
        boolean grows = desired.compareTo(needed) > 0;
        return new VolumeSize(grows ? volume.withSize(Role.SYSTEM_DATA, desired) : smallest, wanted, least);
    }

    /** Return how much room files take in blocks of 4 KiB, a directory taking one. */
    public static Size used(FileTree root) {
        long bytes = 0;
        for (FileTree.Entry each : root.entries()) {
            if (each.node() instanceof RegularFile file) {
                bytes += new Size(file.content().size()).roundUp(BLOCK).bytes();
            } else if (each.node() instanceof Directory) {
                bytes += BLOCK.bytes();
            }
        }
        return new Size(bytes);
    }

    private static Size needed(LaidOutVolume volume, LaidOutStructure data, Size used, Size sector) {
        Size given = data.structure().size().roundUp(sector);
        if (volume.seeded()) {
            return given;
        }
        BigInteger half = BigInteger.valueOf(used.bytes()).add(BigInteger.ONE).shiftRight(1);
        Size wanted = used.plus(new Size(half.longValueExact())).plus(SLACK).roundUp(sector);
        return wanted.compareTo(given) > 0 ? wanted : given;
    }

    /** What the wanted image leaves behind everything else and the tables. */
    private static Size desired(LaidOutVolume volume, Size wanted, Size sector) {
        long others = 0;
        for (Structure each : volume.volume().structures()) {
            if (each.role() != Role.SYSTEM_DATA) {
                Size offset = each.offset();
                others = Math.max(others, offset == null ? 0 : offset.bytes())
                        + each.size().bytes();
            }
        }
        long left = wanted.bytes() - others - tables(volume, sector).bytes();
        return new Size(Math.max(0, left) / sector.bytes() * sector.bytes());
    }

    /** Both tables of a GPT with the protective MBR, or the one sector of an MBR. */
    private static Size tables(LaidOutVolume volume, Size sector) {
        return volume.isGpt() ? sector.times(3).plus(GPT_ARRAY.times(2)) : sector;
    }

    private static Size imageOf(LaidOutVolume volume, Size sector) {
        Size backup = volume.isGpt() ? sector.plus(GPT_ARRAY) : Size.ZERO;
        return volume.size().plus(backup).roundUp(MIB);
    }
}
