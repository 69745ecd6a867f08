package io.coreimage.cache;

import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to make or remove one file, held against other threads and other processes.
 *
 * <p>The system takes a file lock from a process that dies. It also takes it from a process that closes <em>any</em>
 * handle of the locked file, so that threads must not even open the file while another one holds the lock: they queue
 * before that. Lock files stay: removing one while somebody waits for it would give two owners.
 */
final class BlobLock {

    /** One door for each lock file, for all caches of this class loader. */
    private static final ConcurrentMap<Path, Semaphore> DOORS = new ConcurrentHashMap<>();

    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Semaphore door;
    private final FileChannel channel;
    private final FileLock lock;

    private BlobLock(Semaphore door, FileChannel channel, FileLock lock) {
        this.door = door;
        this.channel = channel;
        this.lock = lock;
    }

    /** Do something while nobody else makes or removes the file. */
    static <T> T holding(Folder folder, Path file, Work<T> work) throws IOException {
        BlobLock lock = acquire(folder, file);
        try {
            return work.go();
        } finally {
            lock.close();
        }
    }

    /** Do something with a file that nobody is busy with; return whether it was done. */
    static boolean holdingIfFree(Folder folder, Path file, Work<Boolean> work) throws IOException {
        BlobLock lock = tryAcquire(folder, file);
        if (lock == null) {
            return false;
        }
        try {
            return work.go();
        } finally {
            lock.close();
        }
    }

    private static BlobLock acquire(Folder folder, Path file) throws IOException {
        Semaphore door = door(file);
        try {
            door.acquire();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new FaultException("cannot wait for the cache: interrupted", ex);
        }
        try {
            FileChannel channel = folder.openOwn(file);
            return new BlobLock(door, channel, waitFor(channel, file));
        } catch (IOException | RuntimeException ex) {
            door.release();
            throw ex;
        }
    }

    private static @Nullable BlobLock tryAcquire(Folder folder, Path file) throws IOException {
        Semaphore door = door(file);
        if (!door.tryAcquire()) {
            return null;
        }
        FileChannel channel = folder.openOwn(file);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            door.release();
            return null;
        }
        return new BlobLock(door, channel, lock);
    }

    private static Semaphore door(Path file) {
        return DOORS.computeIfAbsent(file, key -> new Semaphore(1, true));
    }

    private static FileLock waitFor(FileChannel channel, Path file) throws IOException {
        try {
            return poll(channel);
        } catch (IOException ex) {
            channel.close();
            throw new FaultException(
                    "cannot lock \"" + file + "\": " + ex.getMessage(),
                    "Choose a folder on a disk that knows file locks with -Dcore-image.cacheDirectory.",
                    ex);
        }
    }

    /**
     * Try until nobody else has it. To be woken by the system would be nicer, but it thinks in processes: where two of
     * them wait with one thread for what another thread of the other one holds, it sees a deadlock and refuses.
     */
    private static FileLock poll(FileChannel channel) throws IOException {
        FileLock lock = tryLock(channel);
        while (lock == null) {
            LockSupport.parkNanos(PATIENCE);
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new FaultException("cannot wait for the cache: interrupted", null);
            }
            lock = tryLock(channel);
        }
        return lock;
    }

    /** Return nothing while another process has it, or a copy of this class in this one, which has its own doors. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ex) {
            return null;
        }
    }

    private void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            door.release();
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T go() throws IOException;
    }
}
