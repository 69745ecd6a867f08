package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import io.coreimage.cache.Cache;
import io.coreimage.cache.Intake;
import io.coreimage.cache.Supply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a zip archive. */
final class ZipShelf implements Shelf {

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final ZipFile zip;
    private final List<String> names;

    ZipShelf(Path path) throws IOException {
        this.path = path;
        this.zip = new ZipFile(path.toFile());
        this.names = zip.stream()
                .filter(each -> !each.isDirectory())
                .map(ZipEntry::getName)
                .sorted()
                .toList();
    }

    @Override
    public List<String> names() {
        return names;
    }

    private ZipEntry entry(String name) {
        return Objects.requireNonNull(zip.getEntry(name), name);
    }

    @Override
    public long size(String name) {
        return entry(name).getSize();
    }

    @Override
    public byte[] read(String name, int limit) throws IOException {
        try (InputStream in = zip.getInputStream(entry(name))) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("longer than " + limit + " bytes");
            }
            return bytes;
        }
    }

    @Override
    public Digest digest(String name) throws IOException {
        Hasher hasher = Digest.Algorithm.SHA3_384.newHasher();
        copy(name, hasher);
        return hasher.finish();
    }

    private void copy(String name, WritableByteChannel target) throws IOException {
        try (InputStream in = zip.getInputStream(entry(name))) {
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                target.write(ByteBuffer.wrap(chunk, 0, count));
            }
        }
    }

    @Override
    public Supply supply(String name) {
        return new Supply() {

            @Override
            public void pour(Intake intake) throws IOException {
                intake.restart();
                copy(name, intake);
            }

            @Override
            public String origin() {
                return "\"" + name + "\" in \"" + path + "\"";
            }
        };
    }

    @Override
    public ByteSource content(String name, Download file, Cache cache) {
        return cache.obtain(file.wanted(), supply(name));
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
