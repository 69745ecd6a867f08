package io.coreimage;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Small files that a user names. */
public final class InputFile {

    private static final int MEBIBYTE = 1 << 20;

    private InputFile() {}

    /**
     * Return the content of a file.
     * @param file where it is
     * @param longest how large it may be, in MiB; not a byte more is ever held in memory
     */
    public static byte[] read(Path file, int longest) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(longest * MEBIBYTE + 1);
            if (content.length > longest * MEBIBYTE) {
                throw refused(file, "it is larger than " + longest + " MiB", null);
            }
            return content;
        } catch (NoSuchFileException ex) {
            throw refused(file, "there is no such file", ex);
        } catch (IOException ex) {
            throw new FaultException("cannot read \"" + file + "\": " + ex.getMessage(), ex);
        }
    }

    private static RefusedException refused(Path file, String reason, @Nullable Exception cause) {
        return new RefusedException("cannot read \"" + file + "\": " + reason, "Check the name of the file.", cause);
    }
}
