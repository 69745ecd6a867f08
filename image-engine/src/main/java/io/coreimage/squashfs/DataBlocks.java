package io.coreimage.squashfs;

import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The blocks of data in an image, those of files and those that hold the ends of several files. */
final class DataBlocks {

    private static final String STRUCTURE = "squashfs data block";
    private static final String FRAGMENT = "squashfs fragment";
    private static final int FRAGMENT_BYTES_KEPT = 2 << 20;

    private final Storage storage;
    private final int blockSize;
    private final IndexedTable fragmentTable;
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
        this.fragmentTable = fragmentTable;
    }

    int blockSize() {
        return blockSize;
    }

    Storage storage() {
        return storage;
    }

    /** Return a stored block, decompressed; it must have exactly the given size. */
    byte[] block(long position, BlockWord word, int size) throws IOException {
        byte[] output = new byte[size];
        int count = load(STRUCTURE, position, word, output);
        if (count != size) {
            throw new MalformedException(STRUCTURE, position, "holds " + count + " bytes, not " + size);
        }
        return output;
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
        byte[] output = new byte[blockSize];
        int count = load(FRAGMENT, entry.start(), entry.word(), output);
        return Arrays.copyOf(output, count);
    }

    private int load(String structure, long position, BlockWord word, byte[] output) throws IOException {
        int length = word.length();
        if (word.isStrange() || length == 0 || length > (word.isRaw() ? output.length : blockSize)) {
            throw new MalformedException(
                    structure, position, String.format(Locale.ROOT, "has the word 0x%08x", word.value()));
        }
        byte[] stored = storage.read(structure, position, length);
        if (word.isRaw()) {
            System.arraycopy(stored, 0, output, 0, length);
            return length;
        }
        return storage.decode(structure, position, stored, 0, length, output);
    }
}
