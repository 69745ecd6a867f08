package io.coreimage.cache;

import io.coreimage.bytes.Digest;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Small texts that stores gave, by what they are about, for builds without a network; the last one kept for a key stays.
 *
 * <p>Nothing is believed because it lies here: whoever uses a text checks its signature.
 */
public final class KeptTexts {

    private static final int LONGEST_NAME = 180;

    private final Folder folder;
    private final Path shelves;

    KeptTexts(Folder folder, Path shelves) {
        this.folder = folder;
        this.shelves = shelves;
    }

    /**
     * Return a text, if one was kept.
     * @param kind what sort of text, such as {@code snap-revision}
     * @param key which one
     */
    public Optional<byte[]> find(String kind, List<String> key) {
        try {
            return Optional.of(Files.readAllBytes(file(kind, key)));
        } catch (NoSuchFileException ex) {
            return Optional.empty();
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot read \"" + kind + "\" from the cache \"" + folder.root() + "\": " + ex, ex);
        }
    }

    /** Keep a text in place of an older one. */
    public void keep(String kind, List<String> key, byte[] text) {
        if (find(kind, key).filter(known -> Arrays.equals(known, text)).isPresent()) {
            return;
        }
        try {
            folder.writeWhole(file(kind, key), text);
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot keep \"" + kind + "\" in the cache \"" + folder.root() + "\": " + ex,
                    "Free some space or choose another folder with -Dcore-image.cacheDirectory.",
                    ex);
        }
    }

    private Path file(String kind, List<String> key) {
        return shelves.resolve(fileName(kind)).resolve(fileName(String.join("/", key)));
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
