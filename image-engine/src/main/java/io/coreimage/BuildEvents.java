package io.coreimage;

/** Hears what happens while a request is carried out, one sentence each: for a log or a progress bar. */
public interface BuildEvents {

    /** Hear what was done or is being done. */
    void note(String sentence);

    /** Hear what the user should look at, although it does not stop the build. */
    void warn(String sentence);

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
