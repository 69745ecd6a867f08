package io.coreimage.squashfs;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Goes through the blocks of a file, from the first to the end in a fragment, if it has one. */
final class FileBlocks {

    private static final int WORDS_AT_ONCE = 2048;
    private static final int MOST_RANGES = 10_000;

    private final DataBlocks data;
    private final FileBody file;
    private final MetadataCursor cursor;
    private final long blocks;
    private ByteBuffer words = ByteBuffer.allocate(0);
    private long index;
    private long position;

    /** Create an instance that owns a cursor at the first block word. */
    FileBlocks(DataBlocks data, FileBody file, MetadataCursor cursor) {
        this.data = data;
        this.file = file;
        this.cursor = cursor;
        this.blocks = file.blocks(data.blockSize());
        this.position = file.start();
    }

    /** Gets a part of a block, on whatever thread it is called. */
    interface Loading extends Callable<Piece> {
        @Override
        Piece call() throws IOException;
    }

    void skip(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            position += nextWord().length();
        }
    }

    /** Return how to get the bytes from {@code begin} to {@code end} of the next block. */
    Loading next(int begin, int end) throws IOException {
        int size = (int) Math.min(data.blockSize(), file.size() - index * data.blockSize());
        if (index == blocks) {
            return () -> fragmentPiece(begin, end, size);
        }
        BlockWord word = nextWord();
        long start = position;
        position += word.length();
        if (word.isHole() && !word.isStrange()) {
            return () -> Piece.of(ByteSource.zeros(end - begin), 0, end - begin);
        }
        if (word.isRaw() && word.length() == size && start <= data.storage().end() - size) {
            return () -> Piece.of(data.storage().image(), start + begin, end - begin);
        }
        return () -> Piece.of(data.block(start, word, size), begin, end - begin);
    }

    /** Return what is no hole, or all of the file where that is in very many parts. */
    List<ByteRange> dataRanges() throws IOException {
        List<ByteRange> ranges = new ArrayList<>();
        long begin = 0;
        while (index < blocks) {
            long start = index * data.blockSize();
            if (nextWord().isHole()) {
                addRange(ranges, begin, start);
                begin = start + data.blockSize();
            }
        }
        addRange(ranges, begin, file.size());
        return ranges.size() > MOST_RANGES ? List.of(new ByteRange(0, file.size())) : List.copyOf(ranges);
    }

    private static void addRange(List<ByteRange> ranges, long begin, long end) {
        if (begin < end && ranges.size() <= MOST_RANGES) {
            ranges.add(new ByteRange(begin, end - begin));
        }
    }

    private Piece fragmentPiece(int begin, int end, int size) throws IOException {
        byte[] fragment = data.fragment(file.fragment());
        if (file.fragmentOffset() > fragment.length - size) {
            throw new MalformedException(
                    "squashfs fragment",
                    file.fragmentOffset(),
                    size + " bytes of a file lie outside of fragment " + file.fragment() + " with its "
                            + fragment.length);
        }
        return Piece.of(fragment, (int) file.fragmentOffset() + begin, end - begin);
    }

    private BlockWord nextWord() throws IOException {
        if (!words.hasRemaining()) {
            int count = (int) Math.min(WORDS_AT_ONCE, blocks - index);
            words = cursor.read(count * BlockWord.SIZE);
        }
        index++;
        return BlockWord.readFrom(words);
    }
}
