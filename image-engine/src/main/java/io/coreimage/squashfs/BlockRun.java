package io.coreimage.squashfs;

import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Some blocks of a file, stored one behind the other: as many as are decompressed as one piece of work.
 * @param data where they are
 * @param file whose they are
 * @param start where the first one is stored
 * @param words how they are stored
 * @param offset where the first one is in the file
 * @param size how many bytes of the file are in them, and in the fragment with its end where that follows
 */
record BlockRun(DataBlocks data, FileBody file, long start, List<BlockWord> words, long offset, int size) {

    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(4096).asReadOnlyBuffer();

    BlockRun {
        words = List.copyOf(words);
    }

    /** Return the bytes of the file from a position up to another one, as far as they are in this run. */
    ByteBuffer load(Workbench workbench, long from, long to) throws IOException {
        ByteBuffer stored = read(workbench);
        ByteBuffer output = workbench.decoded(size);
        long position = start;
        for (BlockWord each : words) {
            int end = Math.min(size, output.position() + data.blockSize());
            decode(position, each, stored, output.limit(end));
            position += each.length();
        }
        output.limit(size);
        if (output.hasRemaining()) {
            output.put(endInFragment(output.remaining()));
        }
        return output.limit((int) (Math.min(to, offset + size) - offset)).position((int) Math.max(0, from - offset));
    }

    private ByteBuffer read(Workbench workbench) throws IOException {
        long position = start;
        for (int i = 0; i < words.size(); i++) {
            BlockWord word = words.get(i);
            if (!isHole(word)) {
                data.check(position, word, Math.min(data.blockSize(), size - i * data.blockSize()));
            }
            position += word.length();
        }
        ByteBuffer stored = workbench.stored((int) (position - start));
        if (stored.hasRemaining()) {
            data.storage().image().readInto(start, stored);
        }
        return stored.flip();
    }

    private void decode(long position, BlockWord word, ByteBuffer stored, ByteBuffer output) {
        if (isHole(word)) {
            while (output.hasRemaining()) {
                output.put(ZEROS.duplicate().limit(Math.min(ZEROS.capacity(), output.remaining())));
            }
            return;
        }
        ByteBuffer block = stored.duplicate().limit(stored.position() + word.length());
        data.decode(position, word, block, output);
        stored.position(stored.position() + word.length());
    }

    private static boolean isHole(BlockWord word) {
        return word.isHole() && !word.isStrange();
    }

    private ByteBuffer endInFragment(int count) throws IOException {
        byte[] fragment = data.fragment(file.fragment());
        if (file.fragmentOffset() > fragment.length - count) {
            throw new MalformedException(
                    "squashfs fragment",
                    file.fragmentOffset(),
                    count + " bytes of a file lie outside of fragment " + file.fragment() + " with its "
                            + fragment.length);
        }
        return ByteBuffer.wrap(fragment, (int) file.fragmentOffset(), count);
    }
}
