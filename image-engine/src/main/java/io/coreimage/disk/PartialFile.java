package io.coreimage.disk;

import io.coreimage.problem.FaultException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file in the making, beside the one that it becomes. What a killed build left of it is used again; what a build that
 * still runs is writing is left alone.
 */
final class PartialFile implements Closeable {

    private final Path file;
    private final Path partial;
    private final FileChannel channel;
    private boolean isInPlace;

    private PartialFile(Path file, Path partial, FileChannel channel) {
        this.file = file;
        this.partial = partial;
        this.channel = channel;
    }

    static PartialFile create(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        FileChannel channel = openChannel(partial);
        PartialFile created = new PartialFile(file, partial, channel);
        if (!isLocked(channel) || !Files.exists(partial)) {
            channel.close();
            throw new FaultException("cannot write \"" + file + "\": another build is writing it", null);
        }
        channel.truncate(0);
        return created;
    }

    private static FileChannel openChannel(Path partial) throws IOException {
        return FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Try to lock the file, which the system unlocks when this process ends in whatever way. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ex) {
            return false;
        }
    }

    /** Return the channel that the file is held by. */
    FileChannel channel() {
        return channel;
    }

    /** Open a further channel, for a further thread. */
    FileChannel open() throws IOException {
        return FileChannel.open(partial, StandardOpenOption.WRITE);
    }

    /** Give the file its length without writing what lies between. */
    void setSize(long size) throws IOException {
        if (channel.size() < size) {
            channel.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    /** Put the file, which is whole now, into its place. */
    void moveIntoPlace() throws IOException {
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        isInPlace = true;
    }

    /** Let go of the file, which is deleted if it did not get into its place. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!isInPlace) {
                Files.deleteIfExists(partial);
            }
        }
    }
}
