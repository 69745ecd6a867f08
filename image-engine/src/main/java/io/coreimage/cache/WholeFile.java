package io.coreimage.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes files of users so that nobody ever sees half of one, not even after the power went: written beside, brought to the
 * disk, then moved into place.
 */
public final class WholeFile {

    private static final int MOST_WRITERS = 100;

    private WholeFile() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {

        /** Write all of it. */
        void writeTo(OutputStream target) throws IOException;
    }

    /** Write a file in place of an older one; its folder is made if it is not there. */
    public static void write(Path file, Content content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path draft = draft(file);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                OutputStream target = Channels.newOutputStream(channel);
                content.writeTo(target);
                channel.force(true);
            }
            move(draft, file);
            bringToDisk(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Make a file that no other writer has; what killed writers left behind is nobody's. */
    private static Path draft(Path file) throws IOException {
        for (int i = 1; ; i++) {
            Path draft = file.resolveSibling("." + file.getFileName() + "." + i + ".tmp");
            try {
                return Files.createFile(draft);
            } catch (FileAlreadyExistsException ex) {
                if (i == MOST_WRITERS) {
                    throw ex;
                }
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException ex) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A name that is only in memory would be lost with the power; where folders cannot be opened, nobody can do more. */
    static void bringToDisk(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException ex) {
            // Windows opens no folders; the file itself is on the disk.
        }
    }
}
