package io.coreimage.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** A GnuPG home of its own, whose agent is stopped at the end. Its path is short, since sockets' names must be. */
public final class GnupgSandbox implements AutoCloseable {

    private final Path home;

    public GnupgSandbox() throws IOException {
        Foreign.tool("gpg");
        home = Files.createTempDirectory(
                "gnupg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Return the folder. */
    public Path home() {
        return home;
    }

    /** Return {@code gpg} working in this home. */
    public ForeignTool gpg() {
        return Foreign.tool("gpg").with("GNUPGHOME", home.toString());
    }

    @Override
    public void close() throws IOException {
        Foreign.tool("gpgconf").with("GNUPGHOME", home.toString()).run("--kill", "all");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
