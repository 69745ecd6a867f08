package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the names in a directory; an index over them is passed by. */
final class DirectoryReader {

    private final Volume volume;
    private final long number;
    private final Inode inode;
    private final int register;
    private final List<Located> names = new ArrayList<>();
    private final Map<Long, byte[]> blocks = new TreeMap<>();

    DirectoryReader(Volume volume, long number, Inode inode) {
        this.volume = volume;
        this.number = number;
        this.inode = inode;
        this.register = volume.checksums().ofInodeNumber(number, inode.generation());
    }

    /**
     * A name and where it stands.
     * @param name the name
     * @param block the block of the directory
     * @param offset its place in bytes
     */
    record Located(Name name, long block, long offset) {}

    /** Read all blocks, which must be there without a gap. */
    DirectoryReader read(FileMap map) throws IOException {
        long count = inode.size() / volume.blockSize();
        boolean sound = inode.size() % volume.blockSize() == 0 && count > 0 && map.isGapless(count);
        if (expect(
                sound,
                volume.inodeOffset(number) + 4,
                () -> "its " + inode.size() + " bytes do not match its blocks")) {
            for (Mapping mapping : map.mappings()) {
                read(mapping);
            }
        }
        return this;
    }

    private void read(Mapping mapping) throws IOException {
        if (!volume.claim(mapping.start(), mapping.count(), structure(), volume.inodeOffset(number))) {
            return;
        }
        for (long i = 0; i < mapping.count(); i++) {
            byte[] block = volume.block(mapping.start() + i);
            long logical = mapping.logical() + i;
            long offset = volume.offset(mapping.start() + i);
            if (isIndex(block, logical)) {
                blocks.put(logical, block);
            }
            readBlock(block, logical, offset);
        }
    }

    /** A node of an index has one entry without a name over the whole block. */
    private boolean isIndex(byte[] block, long logical) {
        ByteBuffer in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        return inode.has(Inode.INDEX)
                && (logical == 0 || (in.getInt(0) == 0 && Unsigned.getShort(in, 4) == block.length));
    }

    private void readBlock(byte[] block, long logical, long offset) {
        ByteBuffer in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        int end = block.length;
        if (volume.checksums().enabled() && !isIndex(block, logical)) {
            end -= DirectoryEntry.TAIL_SIZE;
            checkTail(in, block, end, offset);
        }
        while (in.position() < end) {
            int position = in.position();
            if (!isEntrySound(in, end, offset + position)) {
                return;
            }
            DirectoryEntry entry = DirectoryEntry.readFrom(in);
            if (entry.inode() != 0) {
                add(entry, logical, offset + position);
            }
        }
    }

    private void checkTail(ByteBuffer in, byte[] block, int end, long offset) {
        boolean shape =
                in.getInt(end) == 0 && in.getInt(end + 4) == (DirectoryEntry.TAIL_SIZE | DirectoryEntry.CHECKSUM << 24);
        if (expect(shape, offset + end, () -> "there is no place for a checksum")) {
            boolean sound = in.getInt(end + 8) == Crc32c.update(register, block, 0, end);
            expect(sound, offset + end + 8, () -> "the checksum is wrong");
        }
    }

    private boolean isEntrySound(ByteBuffer in, int end, long offset) {
        int room = end - in.position();
        if (!expect(room >= DirectoryEntry.HEADER_SIZE, offset, () -> "an entry is cut off")) {
            return false;
        }
        int length = Unsigned.getShort(in, in.position() + 4);
        int nameLength = in.get(in.position() + 6) & 0xFF;
        return expect(
                length % 4 == 0 && length <= room && length >= DirectoryEntry.sizeFor(nameLength),
                offset + 4,
                () -> "an entry of " + length + " bytes with a name of " + nameLength + " does not fit");
    }

    private void add(DirectoryEntry entry, long logical, long offset) {
        String text = decode(entry.name().toArray());
        boolean sound = expect(volume.isInode(entry.inode()), offset, () -> "there is no inode " + entry.inode())
                && expect(text != null && (isName(text) || isDot(text)), offset + 8, () -> "a name is no name");
        if (sound && text != null) {
            names.add(new Located(new Name(entry.inode(), entry.type(), text), logical, offset));
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && !text.equals(".")
                && !text.equals("..")
                && text.indexOf('/') < 0
                && text.indexOf('\0') < 0;
    }

    /** The first two names are the only ones that consist of dots. */
    private boolean isDot(String text) {
        return names.size() < 2 && (text.equals(".") || text.equals(".."));
    }

    private static @org.jspecify.annotations.Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException ex) {
            return null;
        }
    }

    private String structure() {
        return "directory inode " + number;
    }

    /** There are many names: no text is made for one that is right. */
    private boolean expect(boolean holds, long offset, Supplier<String> reason) {
        return holds || volume.findings().expect(false, structure(), offset, reason.get());
    }

    /** Check that the first two names are those of the directory itself and of the one that it lies in. */
    void checkDots(long parent) {
        checkDot(0, ".", number);
        checkDot(1, "..", parent);
    }

    private void checkDot(int index, String text, long target) {
        boolean typed = volume.geometry().features().incompatible(Ext4Features.FILETYPE);
        int type = typed ? DirectoryEntry.DIRECTORY : 0;
        boolean sound = names.size() > index
                && names.get(index).name().text().equals(text)
                && names.get(index).name().inode() == target
                && names.get(index).name().type() == type;
        long offset = names.size() > index ? names.get(index).offset() : volume.inodeOffset(number);
        expect(sound, offset, () -> "\"" + text + "\" is not the directory " + target);
    }

    /** Return the names but for the first two. */
    List<Located> names() {
        return names.stream().filter(each -> isName(each.name().text())).toList();
    }

    /** Return the blocks of the index, if there is one, by their numbers in the directory. */
    Map<Long, byte[]> index() {
        return blocks;
    }
}
