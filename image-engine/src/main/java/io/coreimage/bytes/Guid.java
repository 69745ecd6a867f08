package io.coreimage.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * A GUID, in the two byte orders that disks use.
 *
 * <p>GPT stores the first three fields in little-endian order; file systems store all of it as it is printed.
 * @param uuid the value
 */
public record Guid(UUID uuid) {

    public static final int SIZE = 16;
    public static final Guid ZERO = new Guid(new UUID(0, 0));

    public static Guid parse(String text) {
        return new Guid(UUID.fromString(text));
    }

    /**
     * Return the name-based GUID (RFC 9562, version 5) of a name in a name space: the same name gives the same GUID,
     * for ever.
     */
    public static Guid nameBased(Guid space, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(space.toBytes());
        ByteBuffer value = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (value.getLong() & ~0xF000L) | 0x5000L;
        long low = (value.getLong() & ~(3L << 62)) | (2L << 62);
        return new Guid(new UUID(high, low));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("every Java has SHA-1", ex);
        }
    }

    /** Return the bytes as they are printed: what file systems store. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(SIZE)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** Return the bytes with the first three fields swapped: what partition tables store. */
    public byte[] toMixedEndianBytes() {
        return swapFirstFields(toBytes());
    }

    public static Guid ofBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Guid(new UUID(buffer.getLong(), buffer.getLong()));
    }

    public static Guid ofMixedEndianBytes(byte[] bytes) {
        return ofBytes(swapFirstFields(bytes));
    }

    /** Read a GUID as file systems store it. */
    public static Guid readFrom(ByteBuffer in) {
        return ofBytes(Unsigned.getBytes(in, SIZE));
    }

    /** Read a GUID as partition tables store it. */
    public static Guid readMixedEndianFrom(ByteBuffer in) {
        return ofMixedEndianBytes(Unsigned.getBytes(in, SIZE));
    }

    private static byte[] swapFirstFields(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return ByteBuffer.allocate(SIZE)
                .putInt(from.getInt())
                .putShort(from.getShort())
                .putShort(from.getShort())
                .put(from)
                .array();
    }

    @Override
    public String toString() {
        return uuid.toString().toUpperCase(Locale.ROOT);
    }
}
