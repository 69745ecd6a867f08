package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Extended attributes that stand together, in the order in which the kernel looks for them.
 *
 * <pre>
 * in an inode:  │ magic  │ entry │ entry │ 0 │ … │ value │ value │
 * in a block:   │ header │ entry │ entry │ 0 │ … │ value │ value │
 * </pre>
 *
 * @param all the attributes
 */
record XattrSet(List<Xattr> all) {

    static final XattrSet NONE = new XattrSet(List.of());

    private static final int END_SIZE = Integer.BYTES;

    XattrSet {
        all = List.copyOf(all);
    }

    static XattrSet of(Collection<Xattr> xattrs) {
        return new XattrSet(xattrs.stream().sorted().toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return END_SIZE + all.stream().mapToInt(Xattr::size).sum();
    }

    /** Return those of the first ones, and of any behind them, that fit into an inode with so much room. */
    XattrSet fitting(int room) {
        List<Xattr> fitting = new ArrayList<>();
        int left = room - Integer.BYTES - END_SIZE;
        for (Xattr each : all) {
            if (each.size() <= left) {
                fitting.add(each);
                left -= each.size();
            }
        }
        return new XattrSet(fitting);
    }

    XattrSet without(XattrSet others) {
        return new XattrSet(
                all.stream().filter(each -> !others.all.contains(each)).toList());
    }

    /** Return what stands in an inode behind its fields. */
    Bytes inInode(int room) {
        ByteBuffer out = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
        if (!isEmpty()) {
            out.putInt((int) XattrHeader.MAGIC);
            put(out, Integer.BYTES);
        }
        return Bytes.of(out.array());
    }

    /** Return a block that so many inodes share. */
    byte[] inBlock(int blockSize, int users, long block, Checksums checksums) {
        ByteBuffer out = ByteBuffer.allocate(blockSize).order(ByteOrder.LITTLE_ENDIAN);
        new XattrHeader(XattrHeader.MAGIC, users, 1, hash(), 0).writeTo(out);
        put(out, 0);
        if (checksums.enabled()) {
            out.putInt(XattrHeader.CHECKSUM_OFFSET, checksums.ofXattrBlock(block, out.array()));
        }
        return out.array();
    }

    private void put(ByteBuffer out, int offsetBase) {
        int end = out.capacity();
        for (Xattr each : all) {
            end -= each.paddedValueSize();
            int offset = each.value().length() == 0 ? 0 : end - offsetBase;
            new XattrEntry(
                            each.prefix().number(),
                            offset,
                            0,
                            each.value().length(),
                            each.hash(),
                            Bytes.of(each.nameBytes()))
                    .writeTo(out);
            each.value().writeTo(out.duplicate().position(end));
        }
    }

    /** Return the hash by which the kernel finds a block with the same attributes. */
    int hash() {
        int hash = 0;
        for (Xattr each : all) {
            if (each.hash() == 0) {
                return 0;
            }
            hash = Integer.rotateLeft(hash, 16) ^ each.hash();
        }
        return hash;
    }
}
