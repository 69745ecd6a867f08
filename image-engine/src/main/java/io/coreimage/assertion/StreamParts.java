package io.coreimage.assertion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream cut at its empty lines, or after a number of bytes. */
final class StreamParts {

    private static final int BUFFER = 8 << 10;

    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private int line = 1;

    StreamParts(InputStream stream) {
        this.stream = stream;
    }

    /** Return the number of the line in which the next byte stands. */
    int line() {
        return line;
    }

    /**
     * Return everything up to and with the next empty line, or up to the end of the stream.
     * @return {@code null} if neither comes within the limit
     */
    byte @Nullable [] next(int limit) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        boolean lineFeed = false;
        while (part.size() < limit && fill()) {
            int start = position;
            int end = Math.min(filled, position + limit - part.size());
            boolean ended = false;
            while (position < end && !ended) {
                boolean another = buffer[position++] == '\n';
                ended = lineFeed && another;
                lineFeed = another;
                line += another ? 1 : 0;
            }
            part.write(buffer, start, position - start);
            if (ended) {
                return part.toByteArray();
            }
        }
        return part.size() < limit ? part.toByteArray() : null;
    }

    /** Return that many bytes, fewer only at the end of the stream. */
    byte[] read(int length) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        while (part.size() < length && fill()) {
            int count = Math.min(filled - position, length - part.size());
            part.write(buffer, position, count);
            position += count;
        }
        byte[] bytes = part.toByteArray();
        line += EmptyLine.countLineFeeds(bytes, bytes.length);
        return bytes;
    }

    private boolean fill() throws IOException {
        if (position < filled) {
            return true;
        }
        position = 0;
        filled = Math.max(0, stream.readNBytes(buffer, 0, BUFFER));
        return filled > 0;
    }

    static boolean isEmptyLine(byte[] part) {
        return part.length == EmptyLine.LENGTH && endsInEmptyLine(part);
    }

    static boolean endsInEmptyLine(byte[] part) {
        return part.length >= EmptyLine.LENGTH && part[part.length - 2] == '\n' && part[part.length - 1] == '\n';
    }
}
