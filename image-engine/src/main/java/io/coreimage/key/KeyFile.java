package io.coreimage.key;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A single OpenPGP secret key file, as {@code gpg --export-secret-keys} writes it. */
public final class KeyFile implements KeyPlace {

    /** One byte more than a key file may have is enough to see that it is none. */
    private static final int ENOUGH = (1 << 20) + 1;

    private final Path file;
    private final Passphrases passphrases;

    public KeyFile(Path file, Passphrases passphrases) {
        this.file = file;
        this.passphrases = passphrases;
    }

    @Override
    public String description() {
        return "key file \"" + file + "\"";
    }

    @Override
    public List<StoredKey> list() {
        PublicHalf key = PublicHalf.of(content(file), file.toString());
        return List.of(new StoredKey(key.name().orElse(String.valueOf(file.getFileName())), key.key(), this));
    }

    @Override
    public Optional<List<Path>> files() {
        return Optional.of(List.of(file));
    }

    @Override
    public SigningKey open(StoredKey key) {
        return SecretKeyFile.read(content(file), file.toString()).open(passphrases);
    }

    static byte[] content(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(ENOUGH);
        } catch (NoSuchFileException ex) {
            throw new RefusedException(
                    "cannot open key \"" + file + "\": there is no such file",
                    "Check core-image.keyFile; relative names start in the current folder.",
                    ex);
        } catch (IOException ex) {
            throw new FaultException("cannot open key \"" + file + "\": " + ex.getMessage(), ex);
        }
    }
}
