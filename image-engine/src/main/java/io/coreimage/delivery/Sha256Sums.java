package io.coreimage.delivery;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file {@code SHA256SUMS} that {@code sha256sum -c} checks: a line for each file, sorted by name.
 * @param digests the digests by file name
 */
public record Sha256Sums(SortedMap<String, Digest> digests) {

    /** What the file is called. */
    public static final String FILE_NAME = "SHA256SUMS";

    public Sha256Sums {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        digests.forEach(Sha256Sums::check);
    }

    /** A backslash or the end of a line in a name would need an escape that older tools do not know. */
    private static void check(String name, Digest digest) {
        if (name.isEmpty() || name.matches("(?s).*[\\\\/\n\r].*")) {
            throw new IllegalArgumentException("\"" + name + "\" is no plain name of a file");
        }
        if (digest.algorithm() != Digest.Algorithm.SHA_256) {
            throw new IllegalArgumentException(digest + " is no SHA-256");
        }
    }

    /** Read files, each once, for their digests. */
    public static Sha256Sums of(Collection<Path> files) throws IOException {
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (Path file : files) {
            digests.put(String.valueOf(file.getFileName()), digest(file));
        }
        return new Sha256Sums(digests);
    }

    private static Digest digest(Path file) throws IOException {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        ByteSource content = ByteSource.ofFile(file, Files.size(file));
        content.copyTo(0, content.size(), hasher);
        return hasher.finish();
    }

    /** Return the text of the file. */
    public String text() {
        return digests.entrySet().stream()
                .map(each -> each.getValue().hex() + "  " + each.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** Write the file into a folder, where it appears when it is whole. */
    public Path writeInto(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        Path partial = folder.resolve(FILE_NAME + ".partial");
        Files.writeString(partial, text(), StandardCharsets.UTF_8);
        return Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
