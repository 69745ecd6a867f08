package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.snap.About;
import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapInfo;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import io.coreimage.store.StorePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snap of an image: which one exactly, and why.
 * @param entry what was asked for
 * @param file its file
 * @param revision its revision; a local one where nobody signed it
 * @param id its id, where somebody signed it
 * @param publisher the id of the account that publishes it, where somebody signed it
 * @param asked the channel that the user or the model asks for; {@code null} for files that nobody gave a channel
 * @param channel the channel that the device follows, which the store may have changed to the snap's default track
 * @param origin the file that the user named, or {@code null} for a snap of the store
 * @param page what its page in the store says
 * @param isNamed whether the user named it
 * @param components its components, by name
 */
public record ChosenSnap(
        Entry entry,
        SnapFile file,
        Revision revision,
        @Nullable SnapId id,
        @Nullable String publisher,
        @Nullable Channel asked,
        @Nullable Channel channel,
        @Nullable LocalFile origin,
        StorePage page,
        boolean isNamed,
        List<ChosenComponent> components) {

    private static final SnapName SNAPD = new SnapName("snapd");

    public ChosenSnap {
        components = List.copyOf(components);
    }

    public SnapName name() {
        return info().name();
    }

    public SnapInfo info() {
        return file.info();
    }

    /** Return what it is; the store's snapd snap said for a long time that it is an app. */
    public SnapType type() {
        boolean isSnapd = info().type() == SnapType.APP
                && id != null
                && SnapId.wellKnown(SNAPD).orElseThrow().equals(id);
        return isSnapd ? SnapType.SNAPD : info().type();
    }

    public ByteSource content() {
        return file.content();
    }

    /** Return whether somebody signed its revision. */
    public boolean isAsserted() {
        return id != null;
    }

    /** Return whether only some accounts may see it in the store. */
    public boolean isPrivate() {
        return page.isPrivate();
    }

    /** Return what it tells people: what its page in the store says goes before what is in its file. */
    public About about() {
        About own = info().about();
        return new About(
                own.title(),
                own.summary(),
                own.description(),
                own.license(),
                page.links().isEmpty() ? own.links() : page.links(),
                page.contact() == null ? own.oldContact() : page.contact());
    }

    /** Return whether the model lists or implies it. */
    public boolean inModel() {
        return entry.inModel();
    }

    /** Return this with other components. */
    ChosenSnap withComponents(List<ChosenComponent> others) {
        return new ChosenSnap(entry, file, revision, id, publisher, asked, channel, origin, page, isNamed, others);
    }
}
