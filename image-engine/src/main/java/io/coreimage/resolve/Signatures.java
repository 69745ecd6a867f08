package io.coreimage.resolve;

import io.coreimage.assertion.SnapResourceRevision;
import io.coreimage.assertion.VouchedSnap;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Channel;
import io.coreimage.snap.ComponentFile;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapInfo;
import io.coreimage.snap.SnapdInfo;
import io.coreimage.store.Offer;
import io.coreimage.store.StorePage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Compares what the store and the files say with what somebody signed, which is all that counts. */
final class Signatures {

    private final Terms terms;
    private final AssertionShelf shelf;
    private final List<String> warnings;
    private boolean knowsFormats;

    Signatures(Terms terms, AssertionShelf shelf, List<String> warnings) {
        this.terms = terms;
        this.shelf = shelf;
        this.warnings = warnings;
    }

    /** Find out which assertions the snapd of the image understands; the first batch holds it. */
    void learnFormats(List<Batch.Found> found) throws IOException {
        if (knowsFormats) {
            return;
        }
        knowsFormats = true;
        Optional<SnapdInfo> snapd = info(found, Role.SNAPD);
        if (snapd.isEmpty()) {
            return;
        }
        SortedMap<String, Integer> formats = snapd.get().assertionFormats();
        if (terms.hasModes()) {
            Optional<SnapdInfo> kernel = info(found, Role.KERNEL);
            if (kernel.isPresent()) {
                formats = snapd.get().formatsSharedWith(kernel.get());
            } else {
                warnings.add("the kernel snap has no " + SnapdInfo.PATH_IN_KERNEL
                        + ", so nobody can tell which assertions its initramfs understands");
            }
        }
        shelf.limitFormats(formats);
    }

    private static Optional<SnapdInfo> info(List<Batch.Found> found, Role role) throws IOException {
        for (Batch.Found each : found) {
            if (each.entry().role() == role) {
                return each.file().snapdInfo();
            }
        }
        return Optional.empty();
    }

    /** Return a snap as it is signed, or as nobody signed it. */
    ChosenSnap confirm(Batch.Found found) throws IOException {
        SnapInfo info = found.file().info();
        checkName(found, info);
        if (found.local() != null && found.local().signed() == null) {
            return chosen(found, Revision.FIRST_LOCAL, null, null);
        }
        shelf.turnTo(found.entry().inModel());
        Offer offer = found.offer();
        VouchedSnap vouched = shelf.vouch(
                found.file(), offer == null ? found.entry().id() : offer.id(), offer == null ? null : offer.revision());
        return chosen(
                found,
                Revision.of(Math.toIntExact(vouched.revision().revision())),
                SnapId.parse(vouched.declaration().snapId()),
                vouched.declaration().publisherId());
    }

    private static void checkName(Batch.Found found, SnapInfo info) {
        if (!info.name().equals(found.entry().name())) {
            throw new RefusedException("cannot use snap \"" + found.entry().name() + "\": the file of the store is of"
                    + " snap \"" + info.name() + "\"");
        }
    }

    private static ChosenSnap chosen(
            Batch.Found found, Revision revision, @Nullable SnapId id, @Nullable String publisher) {
        Channel redirected = found.offer() == null ? null : found.offer().redirectChannel();
        return new ChosenSnap(
                found.entry(),
                found.file(),
                revision,
                id,
                publisher,
                found.asked(),
                redirected == null ? found.asked() : redirected,
                found.local() == null ? null : found.local().origin(),
                found.offer() == null ? StorePage.EMPTY : found.offer().page(),
                found.isNamed(),
                List.of());
    }

    /** Return a component as it is signed, or as nobody signed it. */
    ChosenComponent confirm(
            ChosenSnap snap,
            ComponentFile file,
            @Nullable Revision offered,
            boolean inModel,
            @Nullable LocalFile origin)
            throws IOException {
        if (!snap.isAsserted()) {
            return new ChosenComponent(file, Revision.FIRST_LOCAL, inModel, origin);
        }
        shelf.turnTo(snap.inModel());
        SnapResourceRevision signed = shelf.vouch(snap, file, offered);
        return new ChosenComponent(file, Revision.of(Math.toIntExact(signed.revision())), inModel, origin);
    }
}
