package io.coreimage;

import io.coreimage.bytes.Size;

/** Hears what happens while a request is carried out, one sentence each, and how far it is: for a log or a line of a terminal. */
public interface BuildEvents {

    /** Hear what was done or is being done. */
    void note(String sentence);

    /** Hear what the user should look at, although it does not stop the build. */
    void warn(String sentence);

    /**
     * Hear how much of a file is here that is just coming; called often, and from several threads.
     * @param what the file, such as {@code pc-kernel 1043}
     * @param received how much of it is here
     * @param total how large it is
     */
    default void progress(String what, Size received, Size total) {
        // Who only writes a log is not interested.
    }

    /** Return one who hears nothing. */
    static BuildEvents silent() {
        return new BuildEvents() {
            @Override
            public void note(String sentence) {
                // Nobody listens.
            }

            @Override
            public void warn(String sentence) {
                // Nobody listens.
            }
        };
    }
}
