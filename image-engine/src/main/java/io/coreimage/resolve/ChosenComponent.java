package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.snap.ComponentFile;
import io.coreimage.snap.ComponentInfo;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import org.jspecify.annotations.Nullable;

/**
 * A component of a chosen snap.
 * @param file its file
 * @param revision its revision; a local one where nobody signed it
 * @param inModel whether the model lists it
 * @param origin the file that the user named, or {@code null} for one of the store
 */
public record ChosenComponent(
        ComponentFile file,
        Revision revision,
        boolean inModel,
        @Nullable LocalFile origin) {

    public ComponentInfo info() {
        return file.info();
    }

    /** Return its name without its snap's. */
    public SnapName name() {
        return info().name().component();
    }

    public ByteSource content() {
        return file.content();
    }

    /** Return whether somebody signed its revision. */
    public boolean isAsserted() {
        return !revision.isLocal();
    }
}
