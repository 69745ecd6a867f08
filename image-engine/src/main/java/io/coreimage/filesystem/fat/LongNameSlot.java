package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Thirteen characters of a long name, in the place of an entry; little-endian.
 *
 * <pre>
 *  0 ┌ number (1) ┬ characters 1 to 5 (10) ────────────┐   from 1; 40: the last of the name, which stands first
 * 11 ├ 0F (1) ┬ type (1) ┬ checksum (1) ──────────────┤
 * 14 ├ characters 6 to 11 (12) ────────────────────────┤
 * 26 └ zero (2) ┬ characters 12 and 13 (4) ────────────┘   32 = SIZE
 * </pre>
 *
 * <p>A name that does not fill its last slot ends with a zero character; FFFF follows.
 * @param number the place of the slot in the name, with {@link #LAST}
 * @param type zero
 * @param checksum that of the short name that follows
 * @param zero zero
 * @param characters always thirteen
 */
record LongNameSlot(int number, int type, int checksum, int zero, String characters) {

    static final int LAST = 0x40;
    static final int LENGTH = 13;

    /** The longest name. */
    static final int MAX_NAME_LENGTH = 255;

    private static final int[] PARTS = {5, 6, 2};
    private static final char FILL = '\uFFFF';

    /** Return the slots of a name in the order of the disk: the last one first. */
    static List<LongNameSlot> of(String name, int checksum) {
        int count = count(name);
        char[] characters = new char[count * LENGTH];
        Arrays.fill(characters, FILL);
        name.getChars(0, name.length(), characters, 0);
        if (name.length() < characters.length) {
            characters[name.length()] = 0;
        }
        List<LongNameSlot> slots = new ArrayList<>();
        for (int number = count; number > 0; number--) {
            String part = new String(characters, (number - 1) * LENGTH, LENGTH);
            slots.add(new LongNameSlot(number == count ? number | LAST : number, 0, checksum, 0, part));
        }
        return slots;
    }

    /** Return how many slots a name takes. */
    static int count(String name) {
        return (name.length() + LENGTH - 1) / LENGTH;
    }

    static LongNameSlot readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder characters = new StringBuilder(LENGTH);
        int number = Unsigned.getByte(in);
        getCharacters(in, PARTS[0], characters);
        in.get();
        int type = Unsigned.getByte(in);
        int checksum = Unsigned.getByte(in);
        getCharacters(in, PARTS[1], characters);
        int zero = Unsigned.getShort(in);
        getCharacters(in, PARTS[2], characters);
        return new LongNameSlot(number, type, checksum, zero, characters.toString());
    }

    private static void getCharacters(ByteBuffer in, int count, StringBuilder characters) {
        for (int i = 0; i < count; i++) {
            characters.append(in.getChar());
        }
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) number);
        putCharacters(out, 0, PARTS[0]);
        out.put((byte) DirectoryEntry.LONG_NAME);
        out.put((byte) type);
        out.put((byte) checksum);
        putCharacters(out, PARTS[0], PARTS[1]);
        out.putShort((short) zero);
        putCharacters(out, PARTS[0] + PARTS[1], PARTS[2]);
        Unsigned.checkWritten(bytes, start, DirectoryEntry.SIZE);
    }

    private void putCharacters(ByteBuffer out, int from, int count) {
        for (int i = from; i < from + count; i++) {
            out.putChar(characters.charAt(i));
        }
    }

    boolean isLast() {
        return (number & LAST) != 0;
    }

    /** Return the place in the name, from 1. */
    int ordinal() {
        return number & ~LAST;
    }

    /** Return the characters in front of the end of the name. */
    String text() {
        int end = characters.indexOf('\0');
        return end < 0 ? characters : characters.substring(0, end);
    }

    /** Return whether what follows the end of the name is what has to follow. */
    boolean isFilledRightly() {
        int end = characters.indexOf('\0');
        return end < 0
                ? characters.indexOf(FILL) < 0
                : characters.substring(end + 1).chars().allMatch(each -> each == FILL);
    }
}
