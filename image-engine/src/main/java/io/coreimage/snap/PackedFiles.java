package io.coreimage.snap;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import io.coreimage.squashfs.Squashfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The squashfs that a snap or component is. */
final class PackedFiles {

    private static final long LONGEST_TEXT = 1 << 20;
    private static final long LONGEST_NOTE = 4 << 20;

    private final String name;
    private final String kind;
    private final Digest digest;
    private final ByteSource content;
    private final Squashfs squashfs;

    private PackedFiles(String name, String kind, Digest digest, ByteSource content, Squashfs squashfs) {
        this.name = name;
        this.kind = kind;
        this.digest = digest;
        this.content = content;
        this.squashfs = squashfs;
    }

    static PackedFiles open(String name, String kind, Digest digest, ByteSource content) throws IOException {
        try {
            return new PackedFiles(name, kind, digest, content, Squashfs.open(content));
        } catch (MalformedException ex) {
            throw unreadable(name, kind, ex);
        }
    }

    Digest digest() {
        return digest;
    }

    /** Return the whole file, which nobody needs to try to compress again. */
    ByteSource content() {
        return ByteSource.packed(content);
    }

    /** Return a small text file. */
    Optional<String> text(String path) throws IOException {
        try {
            ByteSource text = squashfs.content(path);
            if (text != null && text.size() > LONGEST_TEXT) {
                throw new RefusedException(
                        "cannot use \"" + name + "\" as " + kind + ": " + path + " is longer than 1 MiB");
            }
            return text == null ? Optional.empty() : Optional.of(new String(text.readAll(), StandardCharsets.UTF_8));
        } catch (MalformedException ex) {
            throw unreadable(name, kind, ex);
        }
    }

    /** Return a text that no device reads; nothing where it is too long or cannot be read. */
    Optional<String> note(String path) throws IOException {
        try {
            ByteSource text = squashfs.content(path);
            return text == null || text.size() > LONGEST_NOTE
                    ? Optional.empty()
                    : Optional.of(new String(text.readAll(), StandardCharsets.UTF_8));
        } catch (MalformedException ex) {
            return Optional.empty();
        }
    }

    FileTree tree() throws IOException {
        try {
            return squashfs.tree();
        } catch (MalformedException ex) {
            throw unreadable(name, kind, ex);
        }
    }

    private static RefusedException unreadable(String name, String kind, MalformedException cause) {
        return new RefusedException(
                "cannot use \"" + name + "\" as " + kind + ": " + cause.getMessage(),
                "Get the file again; it is no squashfs, or only a part of one.",
                cause);
    }
}
