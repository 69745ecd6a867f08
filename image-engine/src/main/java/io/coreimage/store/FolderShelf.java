package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.Hasher;
import io.coreimage.cache.Cache;
import io.coreimage.cache.Intake;
import io.coreimage.cache.Supply;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a folder and of the folders directly in it. */
final class FolderShelf implements Shelf {

    private final Path folder;
    private final List<String> names = new ArrayList<>();

    FolderShelf(Path folder) throws IOException {
        this.folder = folder;
        for (Path each : Directories.list(folder)) {
            add(each);
            for (Path inside : Directories.list(each)) {
                add(inside);
            }
        }
    }

    private void add(Path file) {
        if (Files.isRegularFile(file)) {
            names.add(folder.relativize(file).toString());
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(folder.resolve(name));
    }

    @Override
    public byte[] read(String name, int limit) throws IOException {
        Path file = folder.resolve(name);
        if (Files.size(file) > limit) {
            throw new IOException("longer than " + limit + " bytes");
        }
        return Files.readAllBytes(file);
    }

    @Override
    public Digest digest(String name) throws IOException {
        Hasher hasher = Digest.Algorithm.SHA3_384.newHasher();
        ByteSource.ofFile(folder.resolve(name), size(name)).copyTo(0, size(name), hasher);
        return hasher.finish();
    }

    @Override
    public Supply supply(String name) {
        return new FileSupply(folder.resolve(name));
    }

    @Override
    public ByteSource content(String name, Download file, Cache cache) {
        return ByteSource.ofFile(
                folder.resolve(name), file.digest(), file.size().bytes());
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** Pours a file of this machine. */
    record FileSupply(Path file) implements Supply {

        @Override
        public void pour(Intake intake) throws IOException {
            long size = Files.size(file);
            long wanted = intake.wanted().size().bytes();
            if (size != wanted) {
                // Not a byte of it is taken, so that nobody goes on from there.
                throw new FaultException("cannot use " + origin() + ": it has " + size + " bytes, not " + wanted, null);
            }
            intake.restart();
            ByteSource.ofFile(file, size).copyTo(0, size, intake);
        }

        @Override
        public String origin() {
            return "\"" + file + "\"";
        }
    }
}
