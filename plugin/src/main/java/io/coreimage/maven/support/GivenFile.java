package io.coreimage.maven.support;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.RefusedException;
import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that an option names, and whose contents go into an image. */
public final class GivenFile {

    private GivenFile() {}

    /** Return what is in the file, or {@code null} where the option is not given. */
    public static @Nullable ByteSource source(@Nullable File file) {
        return file == null ? null : ByteSource.ofFile(existing(file), file.length());
    }

    /** Return what tells the file's contents apart from others. */
    public static String digest(@Nullable File file) {
        ByteSource source = source(file);
        return source == null ? "" : source.id().toString();
    }

    private static Path existing(File file) {
        if (!file.isFile()) {
            throw new RefusedException("cannot use \"" + file + "\": there is no such file");
        }
        return file.toPath();
    }
}
