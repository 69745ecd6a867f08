package io.coreimage.bootloader;

import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * U-Boot's environment as it stands in a file or a partition.
 *
 * <pre>
 *   0   4  CRC-32 of everything behind the header, little endian
 *   4   1  flag, where U-Boot is built for two copies
 *   5      key=value NUL, for each variable; one more NUL
 *          0xFF up to the size
 * </pre>
 * @param size how many bytes it has
 * @param flag the flag, or {@code null} where the header has none
 * @param variables sorted by key
 */
record UbootEnvironment(int size, @Nullable Integer flag, SortedMap<String, String> variables) {

    /** The size of a file that we make. */
    static final int FILE_SIZE = 4096;

    private static final int LARGEST = 1 << 20;
    private static final int CRC_SIZE = 4;
    private static final int LEAST = 7;

    UbootEnvironment {
        if (size < LEAST || size > LARGEST) {
            throw new IllegalArgumentException("size (" + size + ") of an environment");
        }
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    static UbootEnvironment empty(int size, @Nullable Integer flag) {
        return new UbootEnvironment(size, flag, Collections.emptySortedMap());
    }

    /** Read an environment; whether its header has a flag shows by the checksum. */
    static UbootEnvironment parse(byte[] bytes) {
        if (bytes.length < LEAST || bytes.length > LARGEST) {
            throw new MalformedException("u-boot environment", 0, "it has " + bytes.length + " bytes");
        }
        int crc = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (crc == crc(bytes, CRC_SIZE + 1)) {
            return new UbootEnvironment(bytes.length, bytes[CRC_SIZE] & 0xFF, read(bytes, CRC_SIZE + 1));
        }
        if (crc == crc(bytes, CRC_SIZE)) {
            return new UbootEnvironment(bytes.length, null, read(bytes, CRC_SIZE));
        }
        throw new MalformedException("u-boot environment", 0, "its checksum fits neither with nor without a flag");
    }

    private static SortedMap<String, String> read(byte[] bytes, int from) {
        SortedMap<String, String> variables = new TreeMap<>();
        int start = from;
        for (int i = from; i < bytes.length && !(bytes[i] == 0 && i == start); i++) {
            if (bytes[i] == 0) {
                String entry = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                int equals = entry.indexOf('=');
                if (equals > 0) {
                    variables.put(entry.substring(0, equals), entry.substring(equals + 1));
                }
                start = i + 1;
            }
        }
        return variables;
    }

    /** Return this with other values; an empty one takes the variable out, an unchanged one leaves it as it is. */
    UbootEnvironment with(Map<String, String> values) {
        SortedMap<String, String> changed = new TreeMap<>(variables);
        values.forEach((key, value) -> {
            if (value.isEmpty() && !changed.getOrDefault(key, "").isEmpty()) {
                changed.remove(key);
            } else if (!value.isEmpty()) {
                changed.put(key, value);
            }
        });
        return new UbootEnvironment(size, flag, changed);
    }

    UbootEnvironment withFlag(int other) {
        return new UbootEnvironment(size, other, variables);
    }

    byte[] toBytes() {
        byte[] data = data();
        int header = flag == null ? CRC_SIZE : CRC_SIZE + 1;
        if (header + data.length > size) {
            throw new RefusedException("cannot write U-Boot's environment: it needs " + (header + data.length)
                    + " bytes, there are " + size);
        }
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0xFF);
        System.arraycopy(data, 0, bytes, header, data.length);
        if (flag != null) {
            bytes[CRC_SIZE] = flag.byteValue();
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(crc(bytes, header));
        return bytes;
    }

    /** An empty set is two NULs, any other one ends with two. */
    private byte[] data() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        variables.forEach((key, value) -> {
            data.writeBytes((key + "=" + value).getBytes(StandardCharsets.UTF_8));
            data.write(0);
        });
        if (variables.isEmpty()) {
            data.write(0);
        }
        data.write(0);
        return data.toByteArray();
    }

    private static int crc(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }
}
