package io.coreimage.key;

import io.coreimage.bytes.Directories;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Our own place: a folder of OpenPGP secret key files, {@code <name>.asc}, that only their owner may read. */
public final class KeyFolder implements KeyPlace {

    private static final String ENDING = ".asc";

    private final Path folder;
    private final Passphrases passphrases;

    public KeyFolder(Path folder, Passphrases passphrases) {
        this.folder = folder;
        this.passphrases = passphrases;
    }

    @Override
    public String description() {
        return "key folder \"" + folder + "\"";
    }

    @Override
    public List<StoredKey> list() {
        try {
            return keyFiles().map(this::stored).toList();
        } catch (IOException ex) {
            throw fault("list", ex);
        }
    }

    private Stream<Path> keyFiles() throws IOException {
        return Directories.list(folder).stream().filter(file -> fileName(file).endsWith(ENDING));
    }

    @Override
    public Optional<List<Path>> files() throws IOException {
        return Optional.of(keyFiles().toList());
    }

    private StoredKey stored(Path file) {
        String name = fileName(file);
        PublicKey key = PublicHalf.of(KeyFile.content(file), file.toString()).key();
        return new StoredKey(name.substring(0, name.length() - ENDING.length()), key, this);
    }

    @Override
    public SigningKey open(StoredKey key) {
        Path file = file(key.name());
        return SecretKeyFile.read(KeyFile.content(file), file.toString()).open(name -> passphrases.of(key.name()));
    }

    @Override
    public void requireNew(KeyName name) {
        if (Files.exists(file(name.text()))) {
            throw exists(name);
        }
    }

    @Override
    public StoredKey create(KeyName name, Passphrase passphrase, SecureRandom random) {
        if (passphrase.isEmpty()) {
            throw new RefusedException(
                    "cannot create key \"" + name + "\": its passphrase is empty",
                    "Choose a passphrase of some length.");
        }
        requireNew(name);
        try {
            write(name, NewKey.file(name, passphrase, random));
        } catch (IOException ex) {
            throw fault("write to", ex);
        }
        return stored(file(name.text()));
    }

    private void write(KeyName name, byte[] content) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path whole = Files.createTempFile(folder, "new-", ".tmp", ownerOnly("rw-------"));
        try {
            Files.write(whole, content, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(whole, file(name.text()));
        } catch (FileAlreadyExistsException ex) {
            throw exists(name);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    @Override
    public void delete(StoredKey key) {
        try {
            Files.delete(file(key.name()));
        } catch (IOException ex) {
            throw fault("delete from", ex);
        }
    }

    private RefusedException exists(KeyName name) {
        return new RefusedException(
                "cannot create key \"" + name + "\": the " + description() + " has one of that name",
                "Choose another name, or remove the old key with core-image:delete-key.");
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private FaultException fault(String verb, IOException ex) {
        return new FaultException("cannot " + verb + " the " + description() + ": " + ex.getMessage(), ex);
    }
}
