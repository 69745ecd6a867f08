package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.ComponentFile;
import io.coreimage.snap.SnapFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens the user's files. */
final class LocalFiles {

    private LocalFiles() {}

    static SnapFile snap(LocalFile origin) throws IOException {
        Opened file = open(origin);
        return SnapFile.open(origin.origin(), file.digest, file.content);
    }

    static ComponentFile component(LocalFile origin) throws IOException {
        Opened file = open(origin);
        return ComponentFile.open(origin.origin(), file.digest, file.content);
    }

    /** A file and its digest. */
    private record Opened(Digest digest, ByteSource content) {}

    private static Opened open(LocalFile origin) {
        Path path = origin.path();
        if (!Files.isRegularFile(path)) {
            throw new RefusedException("cannot use file \"" + origin.origin() + "\": "
                    + (Files.exists(path) ? "it is no regular file" : "there is no such file"));
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            Hasher hasher = Digest.Algorithm.SHA3_384.newHasher();
            long size = file.size();
            for (long done = 0; done < size; ) {
                done += file.transferTo(done, size - done, hasher);
            }
            Digest digest = hasher.finish();
            return new Opened(digest, ByteSource.ofFile(path, digest, size));
        } catch (NoSuchFileException ex) {
            throw new RefusedException("cannot use file \"" + origin.origin() + "\": there is no such file", null, ex);
        } catch (IOException ex) {
            throw new FaultException("cannot read file \"" + origin.origin() + "\": " + ex.getMessage(), ex);
        }
    }
}
