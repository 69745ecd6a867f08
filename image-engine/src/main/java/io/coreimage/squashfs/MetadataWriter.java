package io.coreimage.squashfs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Collects a table in memory, cut into metadata blocks, and says where each thing in it begins. */
final class MetadataWriter {

    private final EncodedBlock.Workshop workshop;
    private final byte[] block = new byte[MetadataBlocks.LARGEST];
    private final ByteArrayOutputStream finished = new ByteArrayOutputStream();
    private int filled;

    MetadataWriter(EncodedBlock.Workshop workshop) {
        this.workshop = workshop;
    }

    /** Return the reference of what is written next. */
    long reference() throws IOException {
        if (filled == block.length) {
            finishBlock();
        }
        return Inode.reference(finished.size(), filled);
    }

    void write(byte[] bytes) throws IOException {
        write(ByteBuffer.wrap(bytes));
    }

    /** Write the remaining bytes of the buffer. */
    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (filled == block.length) {
                finishBlock();
            }
            int part = Math.min(bytes.remaining(), block.length - filled);
            bytes.get(block, filled, part);
            filled += part;
        }
    }

    private void finishBlock() throws IOException {
        byte[] output = new byte[BlockEncoder.outputSize(filled)];
        int count = workshop.encode(block, filled, output);
        int header = count < 0 ? filled | MetadataBlocks.FLAG_RAW : count;
        finished.write(header);
        finished.write(header >>> Byte.SIZE);
        finished.write(count < 0 ? block : output, 0, header & ~MetadataBlocks.FLAG_RAW);
        filled = 0;
    }

    /** Return the table's bytes. */
    byte[] finish() throws IOException {
        if (filled > 0) {
            finishBlock();
        }
        return finished.toByteArray();
    }
}
