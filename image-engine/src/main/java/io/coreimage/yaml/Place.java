package io.coreimage.yaml;

/**
 * Where in a file something is written, for the sentence that tells the user.
 * @param file the file's name
 * @param line the line, counted from one
 */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return file + " line " + line;
    }
}
