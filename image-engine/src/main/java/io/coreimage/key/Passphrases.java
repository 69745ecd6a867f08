package io.coreimage.key;

/** Where passphrases come from; asked only when a key turns out to be protected. */
@FunctionalInterface
public interface Passphrases {

    /**
     * Return the passphrase of a key; whoever asks closes it.
     * @param keyName what the user calls the key
     * @throws io.coreimage.problem.RefusedException if there is none
     */
    Passphrase of(String keyName);
}
