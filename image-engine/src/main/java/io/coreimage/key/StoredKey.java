package io.coreimage.key;

/**
 * A key that somebody keeps.
 * @param name what its owner calls it
 * @param publicKey its public half
 * @param place where it is kept
 */
public record StoredKey(String name, PublicKey publicKey, KeyPlace place) {

    /** Return its id. */
    public KeyId id() {
        return publicKey.id();
    }

    /** Return the key, ready to sign; its passphrase may be asked for. */
    public SigningKey open() {
        return place.open(this);
    }

    boolean isCalled(String nameOrId) {
        return name.equals(nameOrId) || id().text().equals(nameOrId);
    }
}
