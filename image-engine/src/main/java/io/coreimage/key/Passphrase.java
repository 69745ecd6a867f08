package io.coreimage.key;

import java.util.Arrays;

/** The secret that opens a key. It can be wiped, and it never shows itself in a log or an exception. */
public final class Passphrase implements AutoCloseable {

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Take over the characters, which are wiped when this is closed. */
    public static Passphrase of(char[] characters) {
        return new Passphrase(characters);
    }

    /** Return the passphrase of a key that has none. */
    public static Passphrase none() {
        return new Passphrase(new char[0]);
    }

    /** Say whether it has no characters. */
    public boolean isEmpty() {
        return characters.length == 0;
    }

    /** Say whether both are the same, as when one is typed twice. */
    public boolean matches(Passphrase other) {
        return Arrays.equals(characters, other.characters);
    }

    /** Return the characters once more, for somebody who keeps them and wipes them. */
    public char[] copy() {
        return characters.clone();
    }

    char[] characters() {
        return characters;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "(a passphrase)";
    }
}
