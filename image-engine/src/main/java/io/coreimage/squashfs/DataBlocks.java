package io.coreimage.squashfs;

import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The blocks of data in an image, those of files and those that hold the ends of several files. */
final class DataBlocks {

    private static final String STRUCTURE = "squashfs data block";
    private static final String FRAGMENT = "squashfs fragment";
    private static final int FRAGMENT_BYTES_KEPT = 2 << 20;
    private static final int RUN_BYTES = 256 << 10;

    private final Storage storage;
    private final int blockSize;
    private final int runSize;
    private final IndexedTable fragmentTable;
    private final Queue<Workbench> idle = new ConcurrentLinkedQueue<>();
    private final Map<Long, byte[]> keptFragments = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > 1 + FRAGMENT_BYTES_KEPT / blockSize;
        }
    };

    DataBlocks(Storage storage, int blockSize, IndexedTable fragmentTable) {
        this.storage = storage;
        this.blockSize = blockSize;
        this.runSize = Math.max(blockSize, RUN_BYTES);
        this.fragmentTable = fragmentTable;
    }

    int blockSize() {
        return blockSize;
    }

    /** Return how many bytes of a file are decompressed as one piece of work. */
    int runSize() {
        return runSize;
    }

    Storage storage() {
        return storage;
    }

    /** Return a workbench for one run of blocks, to be given back. */
    Workbench takeWorkbench() {
        Workbench known = idle.poll();
        return known == null ? new Workbench(storage.compression(), runSize) : known;
    }

    void giveBack(Workbench workbench) {
        idle.add(workbench);
    }

    /** Refuse a block of a file that is not there, or longer stored than its bytes are. */
    void check(long position, BlockWord word, int size) {
        check(STRUCTURE, position, word, size);
    }

    private void check(String structure, long position, BlockWord word, int size) {
        if (word.isStrange() || word.isHole() || word.length() > (word.isRaw() ? size : blockSize)) {
            throw new MalformedException(
                    structure, position, String.format(Locale.ROOT, "has the word 0x%08x", word.value()));
        }
        storage.check(structure, position, word.length());
    }

    /** Decompress the bytes of a checked block, which must fill what remains of the output. */
    void decode(long position, BlockWord word, ByteBuffer stored, ByteBuffer output) {
        int size = output.remaining();
        decode(STRUCTURE, position, word, stored, output);
        if (output.hasRemaining()) {
            throw new MalformedException(
                    STRUCTURE, position, "holds " + (size - output.remaining()) + " bytes, not " + size);
        }
    }

    private void decode(String structure, long position, BlockWord word, ByteBuffer stored, ByteBuffer output) {
        if (word.isRaw()) {
            output.put(stored);
        } else {
            storage.decode(structure, position, stored, output);
        }
    }

    /** Return a fragment block, decompressed; whole ones are kept for the next file. */
    byte[] fragment(long number) throws IOException {
        synchronized (keptFragments) {
            byte[] known = keptFragments.get(number);
            if (known != null) {
                return known;
            }
        }
        byte[] loaded = loadFragment(number);
        synchronized (keptFragments) {
            keptFragments.put(number, loaded);
        }
        return loaded;
    }

    private byte[] loadFragment(long number) throws IOException {
        FragmentEntry entry = FragmentEntry.readFrom(fragmentTable.entry(number));
        check(FRAGMENT, entry.start(), entry.word(), blockSize);
        byte[] stored = storage.read(FRAGMENT, entry.start(), entry.word().length());
        ByteBuffer output = ByteBuffer.allocate(blockSize);
        decode(FRAGMENT, entry.start(), entry.word(), ByteBuffer.wrap(stored), output);
        byte[] fragment = new byte[output.flip().remaining()];
        output.get(fragment);
        return fragment;
    }
}
