package io.coreimage.maven.config;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * A snap among the {@code <snaps>} of a POM. As a text it is {@code name}, {@code name=channel}, {@code path.snap} or
 * {@code path.snap=channel}; as an element it has children.
 */
public final class SnapElement {

    private @Nullable String text;
    private @Nullable String name;
    private @Nullable File file;
    private @Nullable String artifact;
    private @Nullable String channel;
    private boolean floating;

    /** Take the text form; Maven calls this for an element without children. */
    public void set(String value) {
        text = value;
    }

    /** The snap's name, where it comes from the store. */
    public void setName(String value) {
        name = value;
    }

    /** The file that it comes from. */
    public void setFile(File value) {
        file = value;
    }

    /** The Maven artifact that it comes from, {@code groupId:artifactId:version:type}. */
    public void setArtifact(String value) {
        artifact = value;
    }

    /** The channel that it follows. */
    public void setChannel(String value) {
        channel = value;
    }

    /** Whether a lock shall not keep its digest. */
    public void setFloating(boolean value) {
        floating = value;
    }

    public @Nullable String text() {
        return text;
    }

    public @Nullable String name() {
        return name;
    }

    public @Nullable File file() {
        return file;
    }

    public @Nullable String artifact() {
        return artifact;
    }

    public @Nullable String channel() {
        return channel;
    }

    public boolean isFloating() {
        return floating;
    }
}
