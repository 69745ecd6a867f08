package io.coreimage.resolve;

import io.coreimage.assertion.SnapRevision;
import io.coreimage.snap.Channel;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapName;
import org.jspecify.annotations.Nullable;

/**
 * A snap that stands in for one of the store.
 * @param origin the user's file
 * @param file the snap in it
 * @param signed what somebody signed about it
 * @param channel the channel that the user wishes for it
 */
record LocalSnap(
        LocalFile origin,
        SnapFile file,
        @Nullable SnapRevision signed,
        @Nullable Channel channel) {

    SnapName name() {
        return file.info().name();
    }
}
