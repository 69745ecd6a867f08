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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digest over the contents of every input of a build.
 *
 * <p>Each input is taken in as its name and the digest of its bytes, so that no two sets of inputs run together.
 */
public final class InputDigest {

    private final List<Input> inputs = new ArrayList<>();

    /**
     * One input.
     * @param name what it is
     * @param digest the SHA-256 of its bytes
     */
    public record Input(String name, Digest digest) {}

    /** Take in a value that a text tells apart. */
    public InputDigest add(String name, @Nullable Object value) {
        inputs.add(new Input(name, Digest.compute(Digest.Algorithm.SHA_256, String.valueOf(value))));
        return this;
    }

    /** Take in all inputs of another digest. */
    public InputDigest addAll(InputDigest other) {
        inputs.addAll(other.inputs);
        return this;
    }

    /** Take in the contents of a file; where it lies makes no difference. */
    public InputDigest addFile(String name, Path file) {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = 0, size = channel.size(); at < size; ) {
                at += channel.transferTo(at, size - at, hasher);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        inputs.add(new Input(name, hasher.finish()));
        return this;
    }

    /** Return the inputs so far, in the order in which they were taken in. */
    public List<Input> inputs() {
        return List.copyOf(inputs);
    }

    /** Return the digest over all of them. */
    public Digest finish() {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        for (Input each : inputs) {
            byte[] name = each.name().getBytes(StandardCharsets.UTF_8);
            ByteBuffer frame = ByteBuffer.allocate(
                    Integer.BYTES + name.length + each.digest().algorithm().length());
            hasher.update(frame.putInt(name.length)
                    .put(name)
                    .put(each.digest().toBytes())
                    .flip());
        }
        return hasher.finish();
    }
}
