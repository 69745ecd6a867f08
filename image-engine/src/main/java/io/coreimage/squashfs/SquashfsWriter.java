package io.coreimage.squashfs;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.TreePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes a tree as a squashfs, as {@code snap pack} lets mksquashfs do it: no fragments, no extended attributes (a
 * tree's are left out), exportable, equal files stored once, holes as holes.
 *
 * <pre>
 * superblock │ data blocks │ inode table │ directory table │ export table │ id table │ zeros to 4096
 * </pre>
 *
 * <p>The same tree and options give the same bytes, with any number of threads. Data is compressed on its way to the file;
 * only a few blocks for each thread are in memory, and the tables.
 */
public final class SquashfsWriter {

    private static final int PADDING = 4096;
    private static final int FLAGS = Superblock.FLAG_NO_FRAGMENTS
            | Superblock.FLAG_DUPLICATES_REMOVED
            | Superblock.FLAG_EXPORTABLE
            | Superblock.FLAG_NO_XATTRS;

    private final FileTree tree;
    private final SquashfsOptions options;
    private final EncodedBlock.Workshop workshop;

    private SquashfsWriter(FileTree tree, SquashfsOptions options) {
        this.tree = tree;
        this.options = options;
        this.workshop = new EncodedBlock.Workshop(options.compression(), options.blockSize());
    }

    /** Write a tree to a file, which is replaced if it is there and appears when it is whole. */
    public static void write(FileTree tree, SquashfsOptions options, Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (FileChannel channel = FileChannel.open(
                    partial,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                new SquashfsWriter(tree, options).writeTo(channel);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void writeTo(FileChannel channel) throws IOException {
        ImageOutput output = new ImageOutput(channel, Superblock.SIZE);
        Map<TreePath, FileLayout> layouts = writeData(output);
        Superblock superblock = writeTables(output, layouts);
        long end = Math.max(roundUp(superblock.bytesUsed()), options.minimumSize());
        output.write(new byte[Math.toIntExact(end - output.position())]);
        output.flush();
        ByteBuffer start = Unsigned.allocate(Superblock.SIZE);
        superblock.writeTo(start);
        channel.write(start.flip(), 0);
    }

    private static long roundUp(long size) {
        return (size + PADDING - 1) / PADDING * PADDING;
    }

    /** The thread that writes works too, so one thread fewer helps it. */
    private Map<TreePath, FileLayout> writeData(ImageOutput output) throws IOException {
        DataWriter data = new DataWriter(output, options, workshop);
        if (options.threads() == 1) {
            Executor nobody = task -> {};
            return data.write(tree.entries(), nobody);
        }
        ExecutorService helpers = Executors.newFixedThreadPool(options.threads() - 1, SquashfsWriter::newHelper);
        try {
            return data.write(tree.entries(), helpers);
        } finally {
            helpers.shutdownNow();
        }
    }

    private static Thread newHelper(Runnable work) {
        Thread helper = new Thread(work, "squashfs");
        helper.setDaemon(true);
        return helper;
    }

    private Superblock writeTables(ImageOutput output, Map<TreePath, FileLayout> layouts) throws IOException {
        MetadataWriter inodes = new MetadataWriter(workshop);
        MetadataWriter directories = new MetadataWriter(workshop);
        IdTable ids = new IdTable();
        InodeWriter writer = new InodeWriter(tree, layouts, inodes, directories, ids);
        long root = writer.write();
        long[] exports = writer.exports();
        long inodeTable = output.position();
        output.write(inodes.finish());
        long directoryTable = output.position();
        output.write(directories.finish());
        long exportTable = writeIndexed(output, exports, Long.BYTES);
        long idTable = writeIndexed(output, ids.ids(), Integer.BYTES);
        return new Superblock(
                exports.length,
                Times.seconds(options.time()),
                options.blockSize(),
                0,
                options.compression().id(),
                Integer.numberOfTrailingZeros(options.blockSize()),
                FLAGS,
                ids.size(),
                4,
                0,
                root,
                output.position(),
                idTable,
                Superblock.NONE,
                inodeTable,
                directoryTable,
                Superblock.NONE,
                exportTable);
    }

    /** Write numbers in metadata blocks and behind them where each block is; returns where that begins. */
    private long writeIndexed(ImageOutput output, long[] values, int width) throws IOException {
        int perBlock = MetadataBlocks.LARGEST / width;
        ByteBuffer index = Unsigned.allocate((values.length + perBlock - 1) / perBlock * Long.BYTES);
        for (int from = 0; from < values.length; from += perBlock) {
            index.putLong(output.position());
            MetadataWriter block = new MetadataWriter(workshop);
            for (int i = from; i < Math.min(values.length, from + perBlock); i++) {
                ByteBuffer value = Unsigned.allocate(Long.BYTES).putLong(values[i]);
                block.write(value.position(0).limit(width));
            }
            output.write(block.finish());
        }
        long start = output.position();
        output.write(index.flip());
        return start;
    }
}
