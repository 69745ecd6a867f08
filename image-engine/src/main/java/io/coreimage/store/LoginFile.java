package io.coreimage.store;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file with a login that only its owner may read: a line with the text of the login, then the hosts that it is for, one a
 * line. A file of other tools has the text only, and is for the Snap Store.
 */
public final class LoginFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private static final String HOSTS = "\nhosts:\n";

    private final Path path;

    private LoginFile(Path path) {
        this.path = path;
    }

    /** Return the login file at a place, whether it is there or not. */
    public static LoginFile at(Path path) {
        return new LoginFile(path);
    }

    /** Return its login, if there is one. */
    public Optional<Credential> read() {
        try {
            return Optional.of(parse(Files.readString(path)));
        } catch (NoSuchFileException ex) {
            return Optional.empty();
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot read " + origin() + ": " + ex.getClass().getSimpleName(), ex);
        }
    }

    private Credential parse(String text) {
        int hosts = text.indexOf(HOSTS);
        String login = hosts < 0 ? text : text.substring(0, hosts);
        Set<String> named = hosts < 0
                ? Credential.SNAP_STORE_HOSTS
                : text.substring(hosts + HOSTS.length())
                        .lines()
                        .map(String::strip)
                        .collect(Collectors.toSet());
        return new Credential(LoginText.read(login, origin()), named, origin());
    }

    /** Return its login, which must be there and which others must not be able to read. */
    public Credential readPrivate() {
        try {
            if (isPosix() && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
                throw new RefusedException(
                        "cannot use the login from " + origin() + ": others may read it",
                        "Run chmod 600 on it, and make a new login if somebody may have seen this one.");
            }
        } catch (NoSuchFileException ex) {
            throw new RefusedException("cannot use the login from " + origin() + ": there is no such file");
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot read " + origin() + ": " + ex.getClass().getSimpleName(), ex);
        }
        return read().orElseThrow(() ->
                new RefusedException("cannot use the login from " + origin() + ": there is no such file"));
    }

    /** Write a login in place of the present one. */
    public void write(Credential credential) {
        String hosts = credential.hosts().stream().sorted().collect(Collectors.joining("\n", HOSTS, "\n"));
        write(LoginText.write(credential.login()) + hosts);
    }

    /** Write a login as other tools read it too. */
    public void export(Login login) {
        write(LoginText.write(login) + "\n");
    }

    private void write(String text) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "login", ".tmp", ownerOnly());
            try {
                Files.writeString(draft, text);
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException ex) {
            throw new FaultException("cannot write the login to " + origin() + ": " + ex, ex);
        }
    }

    /** Remove it and return whether it was there. */
    public boolean delete() {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException ex) {
            throw new FaultException("cannot remove " + origin() + ": " + ex, ex);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Return what it is called in messages. */
    public String origin() {
        return "file \"" + path + "\"";
    }
}
