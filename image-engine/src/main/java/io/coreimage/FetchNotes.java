package io.coreimage;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.resolve.LocalFile;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.store.Download;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells a build's listener of files that came: one sentence for each; what was in the cache already is not worth one. */
final class FetchNotes implements ResolveEvents {

    private final BuildEvents events;
    private final Map<Digest, String> names = new ConcurrentHashMap<>();
    private final Set<Digest> moving = ConcurrentHashMap.newKeySet();

    FetchNotes(BuildEvents events) {
        this.events = events;
    }

    @Override
    public void fetching(String name, String revision, Download file) {
        names.put(file.digest(), name + " " + revision);
    }

    @Override
    public void received(Download file, long bytes) {
        moving.add(file.digest());
        String name = names.getOrDefault(file.digest(), file.fileName());
        events.progress(name, Size.ofBytes(bytes), file.size());
    }

    @Override
    public void fetched(String name, String revision, Download file) {
        if (moving.remove(file.digest())) {
            events.note("Fetched " + name + " " + revision + " (" + file.size() + ")");
        }
    }

    @Override
    public void usingFile(String name, LocalFile file) {
        events.note("Using file " + file.origin() + " for snap " + name);
    }
}
