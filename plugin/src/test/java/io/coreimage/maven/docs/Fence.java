package io.coreimage.maven.docs;

/**
 * A block between fences in a page.
 * @param line where it begins
 * @param language what stands behind its fence first
 * @param label the rest of that line: the name of the file that the reader is to write, or what is special
 * @param text what is in it
 */
record Fence(int line, String language, String label, String text) {

    /** Return whether the reader types it. */
    boolean isCommand() {
        return language.equals("sh") && !label.equals("device");
    }

    /** Return whether the reader writes it to a file. */
    boolean isFile() {
        return label.contains(".");
    }

    /** Return whether it shows what the command before it prints. */
    boolean isOutput() {
        return language.equals("text") && label.isEmpty();
    }

    /** Return whether the command is meant to fail. */
    boolean fails() {
        return label.equals("fails");
    }
}
