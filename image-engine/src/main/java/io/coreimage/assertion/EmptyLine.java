package io.coreimage.assertion;

import java.util.Arrays;

/** Two line feeds: what separates headers, body, signature and the next assertion. */
final class EmptyLine {

    static final int LENGTH = 2;

    private EmptyLine() {}

    static int first(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    static int last(byte[] bytes) {
        for (int i = bytes.length - LENGTH; i >= 0; i--) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static int countLineFeeds(byte[] bytes, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                count++;
            }
        }
        return count;
    }
}
