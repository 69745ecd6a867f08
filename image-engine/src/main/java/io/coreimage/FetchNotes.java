package io.coreimage;

import io.coreimage.resolve.LocalFile;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.store.Download;

/**
 * Tells a build's listener of files that came: one sentence for each that is here.
 * @param events the listener
 */
record FetchNotes(BuildEvents events) implements ResolveEvents {

    @Override
    public void fetched(String name, String revision, Download file) {
        events.note("Fetched " + name + " " + revision + " (" + file.size() + ")");
    }

    @Override
    public void usingFile(String name, LocalFile file) {
        events.note("Using file " + file.origin() + " for snap " + name);
    }
}
