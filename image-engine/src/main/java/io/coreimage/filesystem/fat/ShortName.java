package io.coreimage.filesystem.fat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A name of eight characters and an extension of three, in capital letters, with two bits that say which of both is
 * meant in small ones.
 */
final class ShortName {

    static final int SIZE = 11;

    static final ShortName SELF = ofBytes(".");
    static final ShortName PARENT = ofBytes("..");

    /** The name in front of the point is meant in small letters. */
    static final int LOWER_BASE = 0x08;

    /** The extension is meant in small letters. */
    static final int LOWER_EXTENSION = 0x10;

    private static final int BASE_SIZE = 8;
    private static final int ESCAPED_E5 = 0x05;

    private final byte[] bytes;
    private final int caseBits;

    ShortName(byte[] bytes, int caseBits) {
        this.bytes = bytes.clone();
        this.caseBits = caseBits;
    }

    /** Return the name with the given parts, in capital letters of ASCII that fit. */
    static ShortName of(String base, String extension, int caseBits) {
        byte[] bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) ' ');
        copy(base, bytes, 0);
        copy(extension, bytes, BASE_SIZE);
        return new ShortName(bytes, caseBits);
    }

    /** Return the name with the given bytes as they are, such as a label. */
    static ShortName ofBytes(String text) {
        return new ShortName(VolumeLabel.toBytes(text), 0);
    }

    private static void copy(String part, byte[] bytes, int start) {
        byte[] characters = part.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(characters, 0, bytes, start, characters.length);
    }

    byte[] toBytes() {
        return bytes.clone();
    }

    int caseBits() {
        return caseBits;
    }

    int firstByte() {
        return Byte.toUnsignedInt(bytes[0]);
    }

    /** Return the checksum that ties the slots of a long name to this. */
    int checksum() {
        int sum = 0;
        for (byte each : bytes) {
            sum = ((sum >>> 1 | sum << 7) + each) & 0xFF;
        }
        return sum;
    }

    /** Return the name as people read it. Bytes beyond ASCII are taken for Latin letters; their code page is unknown. */
    String text() {
        byte[] real = bytes.clone();
        if (real[0] == ESCAPED_E5) {
            real[0] = (byte) DirectoryEntry.DELETED;
        }
        String base = part(real, 0, BASE_SIZE, LOWER_BASE);
        String extension = part(real, BASE_SIZE, SIZE, LOWER_EXTENSION);
        return extension.isEmpty() ? base : base + "." + extension;
    }

    private String part(byte[] real, int from, int to, int lowerBit) {
        String part = new String(real, from, to - from, StandardCharsets.ISO_8859_1);
        int end = part.length();
        while (end > 0 && part.charAt(end - 1) == ' ') {
            end--;
        }
        String text = part.substring(0, end);
        return (caseBits & lowerBit) == 0 ? text : text.toLowerCase(Locale.ROOT);
    }

    /** Return the 11 bytes as a label. */
    String label() {
        return VolumeLabel.of(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShortName name && name.caseBits == caseBits && Arrays.equals(name.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + caseBits;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes) + "/" + caseBits;
    }
}
