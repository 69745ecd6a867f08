package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Revision;
import java.util.List;

/** Are all snaps of the revisions that the user allows? Revisions of snaps that are not in the image do not matter. */
final class RevisionCheck {

    private final SeedManifest allowed;

    RevisionCheck(SeedManifest allowed) {
        this.allowed = allowed;
    }

    void check(List<ChosenSnap> snaps) {
        for (ChosenSnap each : snaps) {
            Revision only = allowed.revisions().get(each.name());
            if (only != null && !only.equals(each.revision())) {
                throw new RefusedException("cannot use snap \"" + each.name() + "\": it has revision " + each.revision()
                        + ", but only revision " + only + " is allowed");
            }
        }
    }
}
