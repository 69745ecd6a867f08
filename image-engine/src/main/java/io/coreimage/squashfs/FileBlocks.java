package io.coreimage.squashfs;

import io.coreimage.bytes.ByteRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

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

    /** Pass over the blocks in front of the one with a byte of the file. */
    void skipTo(long offset) throws IOException {
        while (index < offset / data.blockSize()) {
            position += nextWord().length();
        }
    }

    /** Return the next blocks, none of which starts at or behind {@code end}. */
    BlockRun next(long end) throws IOException {
        long offset = offset();
        long start = position;
        List<BlockWord> run = new ArrayList<>();
        while (index < blocks && offset() < Math.min(end, offset + data.runSize())) {
            BlockWord word = nextWord();
            position += word.length();
            run.add(word);
        }
        if (index == blocks && offset() < Math.min(end, offset + data.runSize())) {
            index++;
        }
        return new BlockRun(data, file, start, run, offset, (int) (Math.min(file.size(), offset()) - offset));
    }

    private long offset() {
        return index * data.blockSize();
    }

    /** Return what is no hole, or all of the file where that is in very many parts. */
    List<ByteRange> dataRanges() throws IOException {
        List<ByteRange> ranges = new ArrayList<>();
        long begin = 0;
        while (index < blocks) {
            long start = offset();
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

    private BlockWord nextWord() throws IOException {
        if (!words.hasRemaining()) {
            int count = (int) Math.min(WORDS_AT_ONCE, blocks - index);
            words = cursor.read(count * BlockWord.SIZE);
        }
        index++;
        return BlockWord.readFrom(words);
    }
}
