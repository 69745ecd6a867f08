package io.coreimage.bootloader;

import io.coreimage.problem.MalformedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields of Little Kernel's environments: text of up to 255 bytes that ends with a NUL, in 256 bytes. */
final class LkField {

    static final int SIZE = 256;

    private LkField() {}

    /** Read the text at an offset. */
    static String read(ByteBuffer environment, int at) {
        byte[] bytes = new byte[SIZE];
        environment.get(at, bytes);
        int end = 0;
        while (end < SIZE && bytes[end] != 0) {
            end++;
        }
        if (end == SIZE) {
            throw new MalformedException("lk environment", at, "a text does not end");
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** Write a text at an offset, cut to what fits, and zeros behind it. */
    static void write(ByteBuffer environment, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] field = Arrays.copyOf(Arrays.copyOf(bytes, Math.min(bytes.length, SIZE - 1)), SIZE);
        environment.put(at, field);
    }
}
