package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the extended attributes of an inode. */
final class XattrReader {

    private final Volume volume;
    private final long number;
    private final List<Xattr> all = new ArrayList<>();

    XattrReader(Volume volume, long number) {
        this.volume = volume;
        this.number = number;
    }

    /** Return those in the inode and those in its block. */
    List<Xattr> read(Inode inode) throws IOException {
        readInode(inode);
        if (inode.xattrBlock() != 0) {
            long offset = volume.inodeOffset(number) + 0x68;
            boolean there = expect(volume.isBlock(inode.xattrBlock()), offset, "the block is not on the disk");
            if (there) {
                all.addAll(block(inode.xattrBlock()));
            }
        }
        return all;
    }

    private List<Xattr> block(long number) throws IOException {
        List<Xattr> known = volume.xattrBlocks().get(number);
        if (known == null) {
            known = new XattrReader(volume, this.number).readBlock(number);
            volume.xattrBlocks().put(number, known);
        }
        return known;
    }

    private void readInode(Inode inode) {
        ByteBuffer in = inode.xattrs().buffer();
        long offset = volume.inodeOffset(number) + Inode.SMALL_SIZE + inode.extraSize();
        if (in.remaining() < 2 * Integer.BYTES || Unsigned.getInt(in, 0) != XattrHeader.MAGIC) {
            return;
        }
        readEntries(in.position(Integer.BYTES).slice().order(ByteOrder.LITTLE_ENDIAN), 0, offset + Integer.BYTES);
    }

    private List<Xattr> readBlock(long block) throws IOException {
        byte[] bytes = volume.block(block);
        long offset = volume.offset(block);
        ByteBuffer in = ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        XattrHeader header = XattrHeader.readFrom(in);
        boolean sound = expect(header.magic() == XattrHeader.MAGIC, offset, "the magic number EA020000 is missing")
                && expect(header.blocks() == 1, offset + 8, "it has " + header.blocks() + " blocks");
        if (!sound) {
            return all;
        }
        Checksums checksums = volume.checksums();
        expect(
                !checksums.enabled() || checksums.ofXattrBlock(block, bytes) == header.checksum(),
                offset + XattrHeader.CHECKSUM_OFFSET,
                "the checksum is wrong");
        readEntries(in, XattrHeader.SIZE, offset);
        expect(new XattrSet(all).hash() == (int) header.hash(), offset + 12, "the hash is wrong");
        return all;
    }

    private void readEntries(ByteBuffer in, int start, long offset) {
        in.position(start);
        int room = in.remaining();
        while (in.remaining() >= Integer.BYTES && in.getInt(in.position()) != 0) {
            int position = in.position();
            boolean fits = in.remaining() >= XattrEntry.HEADER_SIZE
                    && in.remaining() >= XattrEntry.sizeFor(in.get(position) & 0xFF);
            if (!expect(fits, offset + position, "an entry is cut off")) {
                return;
            }
            XattrEntry entry = XattrEntry.readFrom(in);
            in.position(position + XattrEntry.sizeFor(entry.name().length()));
            room -= XattrEntry.sizeFor(entry.name().length()) + (int) Math.min(room, entry.valueSize());
            if (!expect(room >= 0, offset + position, "the values are larger than their place")) {
                return;
            }
            add(entry, in, offset + position);
        }
        expect(in.remaining() >= Integer.BYTES, offset + in.position(), "the entries have no end");
    }

    private void add(XattrEntry entry, ByteBuffer in, long offset) {
        XattrPrefix prefix = XattrPrefix.numbered(entry.prefix());
        boolean sound = expect(prefix != null, offset + 1, "the prefix " + entry.prefix() + " is not known")
                && expect(entry.valueInode() == 0, offset + 4, "values in inodes of their own are not known")
                && expect(
                        entry.valueOffset() + entry.valueSize() <= in.limit(),
                        offset + 2,
                        "the value does not lie behind the entries");
        if (!sound || prefix == null) {
            return;
        }
        Bytes value = Bytes.readFrom(in.duplicate().position(entry.valueOffset()), (int) entry.valueSize());
        Xattr xattr = new Xattr(prefix, new String(entry.name().toArray(), StandardCharsets.ISO_8859_1), value);
        expect(entry.hash() == 0 || entry.hash() == xattr.hash(), offset + 12, "the hash is wrong");
        all.add(xattr);
    }

    private boolean expect(boolean holds, long offset, String reason) {
        return volume.findings().expect(holds, "extended attributes of inode " + number, offset, reason);
    }
}
