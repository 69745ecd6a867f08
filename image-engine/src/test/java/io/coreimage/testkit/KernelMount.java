package io.coreimage.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system image mounted by the kernel of this machine, which is the strictest reader there is.
 *
 * <p>Mounting needs root and loop devices: where this machine gives neither the test is skipped, visibly. Close it to
 * unmount; everything written is in the image then.
 */
public final class KernelMount implements AutoCloseable {

    private final Path folder;

    private KernelMount(Path folder) {
        this.folder = folder;
    }

    /** Mount an image so that it can be written. */
    public static KernelMount readWrite(String type, Path image) {
        return mount(type, image, "loop,rw");
    }

    /** Mount an image so that not a byte of it changes. */
    public static KernelMount readOnly(String type, Path image) {
        return mount(type, image, "loop,ro");
    }

    private static KernelMount mount(String type, Path image, String options) {
        requireLoopMount();
        Path folder = newFolder();
        Foreign.tool("mount").run("-t", type, "-o", options, image, folder);
        return new KernelMount(folder);
    }

    private static void requireLoopMount() {
        Foreign.requireMachine("loop mount", Files.isWritable(Path.of("/dev/loop-control")) && isRoot());
    }

    private static boolean isRoot() {
        return Foreign.tool("id").run("-u").strip().equals("0");
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("mount");
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Return where the files are. */
    public Path folder() {
        return folder;
    }

    /** Unmount. */
    @Override
    public void close() {
        Foreign.tool("umount").run(folder);
        try {
            Files.delete(folder);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
