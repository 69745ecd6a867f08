package io.coreimage.gadget;

/**
 * Where in a file of a snap something is written, for the sentence that tells the user.
 * @param file the file's name
 * @param line the line, counted from one
 */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return file + " line " + line;
    }
}
