package io.coreimage.key;

import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** A place where keys are kept. One more place is one more class. */
public interface KeyPlace {

    /** Return what this place is, for people: {@code key folder "/home/me/.config/core-image/keys"}. */
    String description();

    /** Return the RSA keys of this place, sorted by name. */
    List<StoredKey> list();

    /** Return the files on which {@link #list()} depends; nothing where only a program or a token knows. */
    default Optional<List<Path>> files() throws IOException {
        return Optional.empty();
    }

    /**
     * Return one of this place's keys, ready to sign; its passphrase may be asked for.
     * @param key one that {@link #list()} gave
     */
    SigningKey open(StoredKey key);

    /**
     * Refuse to make a key that cannot be made here, before anybody has to think of a passphrase.
     * @param name what it would be called
     */
    default void requireNew(KeyName name) {
        throw new RefusedException(
                "cannot create key \"" + name + "\": the " + description() + " makes its keys by its own procedure",
                "Make the key there, or leave core-image.keyStore out to make one in the key folder.");
    }

    /**
     * Make a key of 4096 bits and keep it.
     * @param name what it will be called
     * @param passphrase what will protect it
     * @param random where its primes come from
     */
    default StoredKey create(KeyName name, Passphrase passphrase, SecureRandom random) {
        requireNew(name);
        throw new IllegalStateException(description() + " lets keys be made but does not make them");
    }

    /** Remove a key for ever. */
    default void delete(StoredKey key) {
        throw new RefusedException(
                "cannot delete key \"" + key.name() + "\": the " + description()
                        + " removes its keys by its own procedure",
                "Remove the key there.");
    }
}
