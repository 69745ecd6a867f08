package io.coreimage.cache;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The texts of assertions that were seen, by what they are about; the last one kept for a key stays.
 *
 * <p>Nothing is believed because it lies here: whoever uses a text checks its signature.
 */
public final class KeptAssertions {

    private static final int LONGEST_NAME = 180;

    private final Folder folder;

    KeptAssertions(Folder folder) {
        this.folder = folder;
    }

    /**
     * Return the text of an assertion, if one was kept.
     * @param type its type, such as {@code snap-revision}
     * @param key its primary key
     */
    public Optional<byte[]> find(String type, List<String> key) {
        return read(file(type, key));
    }

    /** Return the texts of all kept assertions of a type. */
    public List<byte[]> all(String type) {
        try {
            List<byte[]> texts = new ArrayList<>();
            for (Path each : Directories.list(shelf(type))) {
                read(each).ifPresent(texts::add);
            }
            return texts;
        } catch (IOException ex) {
            throw unreadable(ex);
        }
    }

    /** Keep the text of an assertion in place of an older one. */
    public void keep(String type, List<String> key, byte[] text) {
        try {
            folder.writeWhole(file(type, key), text);
        } catch (IOException ex) {
            throw new FaultException("cannot keep assertions in the cache \"" + folder.root() + "\": " + ex, ex);
        }
    }

    private Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException ex) {
            return Optional.empty();
        } catch (IOException ex) {
            throw unreadable(ex);
        }
    }

    private FaultException unreadable(IOException ex) {
        return new FaultException("cannot read assertions from the cache \"" + folder.root() + "\": " + ex, ex);
    }

    private Path file(String type, List<String> key) {
        return shelf(type).resolve(fileName(String.join("/", key)));
    }

    private Path shelf(String type) {
        return folder.assertions().resolve(fileName(type));
    }

    /** Return a name that every file system takes: percent signs for what is odd, a digest for what is long. */
    private static String fileName(String text) {
        StringBuilder name = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(each)) {
                name.append((char) each);
            } else {
                name.append(String.format(Locale.ROOT, "%%%02x", each));
            }
        }
        return name.length() > LONGEST_NAME
                ? Digest.compute(Digest.Algorithm.SHA_256, text).hex()
                : name.toString();
    }

    private static boolean isPlain(byte each) {
        return (each >= '0' && each <= '9')
                || (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || each == '-'
                || each == '_';
    }
}
