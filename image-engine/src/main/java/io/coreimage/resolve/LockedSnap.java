package io.coreimage.resolve;

import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import io.coreimage.store.StorePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snap that a lock keeps.
 * @param name its name
 * @param id its id, where somebody signed it
 * @param revision its revision
 * @param version its version, for people; nothing where its file floats
 * @param type what it is, for people; nothing where its file floats
 * @param asked the channel that was asked for
 * @param channel the channel that the device follows
 * @param publisher the id of the account that publishes it, where somebody signed it
 * @param page what its page in the store said
 * @param file its file
 * @param components its components
 */
public record LockedSnap(
        SnapName name,
        @Nullable SnapId id,
        Revision revision,
        @Nullable String version,
        @Nullable SnapType type,
        @Nullable Channel asked,
        @Nullable Channel channel,
        @Nullable String publisher,
        StorePage page,
        LockedFile file,
        List<LockedComponent> components) {

    public LockedSnap {
        components = List.copyOf(components);
    }

    static LockedSnap of(ChosenSnap snap) {
        LockedFile file = LockedFile.of(snap.file().size(), snap.file().digest(), snap.origin());
        return new LockedSnap(
                snap.name(),
                snap.id(),
                snap.revision(),
                file.isFloating() ? null : snap.info().version(),
                file.isFloating() ? null : snap.type(),
                snap.asked(),
                snap.channel(),
                snap.publisher(),
                snap.page(),
                file,
                snap.components().stream().map(LockedSnap::component).toList());
    }

    private static LockedComponent component(ChosenComponent component) {
        LockedFile file =
                LockedFile.of(component.file().size(), component.file().digest(), component.origin());
        return new LockedComponent(component.name(), component.revision(), file);
    }
}
