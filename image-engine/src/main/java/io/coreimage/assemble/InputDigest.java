package io.coreimage.assemble;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The digest over the contents of every input of a build.
 *
 * <p>Each input is taken in as its name, its length and its bytes, so that no two sets of inputs run together.
 */
public final class InputDigest {

    private final Hasher hasher = Digest.Algorithm.SHA_256.newHasher();

    /** Take in a value that a text tells apart. */
    public InputDigest add(String name, @Nullable Object value) {
        byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        frame(name, bytes.length);
        hasher.update(ByteBuffer.wrap(bytes));
        return this;
    }

    /** Take in the contents of a file; where it lies makes no difference. */
    public InputDigest addFile(String name, Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            frame(name, channel.size());
            for (long at = 0, size = channel.size(); at < size; ) {
                at += channel.transferTo(at, size - at, hasher);
            }
            return this;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void frame(String name, long length) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + text.length + Long.BYTES);
        hasher.update(frame.putInt(text.length).put(text).putLong(length).flip());
    }

    /** Return the digest; nothing can be added after it. */
    public Digest finish() {
        return hasher.finish();
    }
}
