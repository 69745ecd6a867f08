package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.cache.Cache;
import io.coreimage.cache.Supply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files that lie together: a folder, or a zip archive of one. */
interface Shelf extends AutoCloseable {

    /** Return the names of all files, sorted. */
    List<String> names();

    /** Return the size of a file. */
    long size(String name) throws IOException;

    /** Return all of a small file. */
    byte[] read(String name, int limit) throws IOException;

    /** Return the SHA3-384 of a file. */
    Digest digest(String name) throws IOException;

    /** Return what pours a file into the cache. */
    Supply supply(String name);

    /** Return a file that is read from where it lies if that can be, else through the cache. */
    ByteSource content(String name, Download file, Cache cache) throws IOException;

    /** Return where the files are. */
    Path path();

    @Override
    void close() throws IOException;
}
