package io.coreimage.squashfs;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Hasher;
import io.coreimage.bytes.TreePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Stores the contents of all files, one behind the other in the order of the tree, equal ones once. */
final class DataWriter {

    /** So many blocks for each thread are under way: one in work, the others read ahead or waiting for their turn. */
    private static final int BLOCKS_PER_THREAD = 4;

    private final ImageOutput output;
    private final SquashfsOptions options;
    private final EncodedBlock.Workshop workshop;
    private final Set<Long> sizes = new HashSet<>();
    private final Set<Long> sharedSizes = new HashSet<>();
    private final Map<Digest, FileLayout> known = new HashMap<>();

    DataWriter(ImageOutput output, SquashfsOptions options, EncodedBlock.Workshop workshop) {
        this.output = output;
        this.options = options;
        this.workshop = workshop;
    }

    private record Encoded(FileLayout layout, int length, EncodedBlock block) {}

    Map<TreePath, FileLayout> write(List<FileTree.Entry> entries, Executor workers) throws IOException {
        entries.forEach(this::noteSize);
        Map<TreePath, FileLayout> layouts = new HashMap<>();
        int width = BLOCKS_PER_THREAD * options.threads();
        try (Conveyor<Encoded> conveyor = new Conveyor<>(workers, width, this::store)) {
            for (FileTree.Entry each : entries) {
                if (each.node() instanceof FileTree.RegularFile file) {
                    layouts.put(each.path(), layOut(file.content(), conveyor));
                }
            }
            conveyor.finish();
        }
        return layouts;
    }

    private void noteSize(FileTree.Entry entry) {
        if (entry.node() instanceof FileTree.RegularFile file
                && !sizes.add(file.content().size())) {
            sharedSizes.add(file.content().size());
        }
    }

    /** Only content whose size is not alone is read twice, to be compared. */
    private FileLayout layOut(ByteSource content, Conveyor<Encoded> conveyor) throws IOException {
        FileLayout layout = new FileLayout(content.size(), options.blockSize());
        if (content.size() > 0 && sharedSizes.contains(content.size())) {
            FileLayout twin = known.putIfAbsent(digest(content), layout);
            if (twin != null) {
                return twin;
            }
        }
        for (long from = 0; from < content.size(); from += options.blockSize()) {
            long begin = from;
            int length = (int) Math.min(options.blockSize(), content.size() - from);
            conveyor.put(() -> encode(content, begin, length, layout));
        }
        return layout;
    }

    private static Digest digest(ByteSource content) throws IOException {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        content.copyTo(0, content.size(), hasher);
        return hasher.finish();
    }

    private Encoded encode(ByteSource content, long from, int length, FileLayout layout) throws IOException {
        return new Encoded(layout, length, workshop.encode(Storage.read(content, from, length), length));
    }

    private void store(Encoded encoded) throws IOException {
        EncodedBlock block = encoded.block();
        encoded.layout().add(block.word(), output.position(), encoded.length());
        output.write(block.stored());
    }
}
