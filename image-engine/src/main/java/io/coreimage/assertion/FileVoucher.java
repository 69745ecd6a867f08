package io.coreimage.assertion;

import io.coreimage.problem.RefusedException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Holds files against the assertions about them before they are used. A file that no assertion speaks of is refused,
 * and so is one that is not what its assertion says.
 */
public final class FileVoucher {

    private final AssertionDatabase known;
    private final Optional<Model> model;

    /**
     * Create an instance.
     * @param known trusted assertions
     * @param model the model whose devices will use the files, where it is known
     */
    public FileVoucher(AssertionDatabase known, Optional<Model> model) {
        this.known = known;
        this.model = model;
    }

    /**
     * Check a snap's file.
     * @param file the file
     * @param expectedId the snap's id where it must be a certain one
     * @param expectedRevision the revision where it must be a certain one
     * @throws RefusedException if nobody vouches for it
     */
    public VouchedSnap snap(FileFacts file, Optional<String> expectedId, OptionalLong expectedRevision) {
        String snap = "snap \"" + file.name() + "\"";
        SnapRevision revision = SnapRevision.of(find(snap, SnapRevision.ref(file.digest(), file.provenance())));
        require(revision.size().equals(file.size()), snap, "its size is not the one of its snap-revision assertion");
        requireRevision(snap, revision.revision(), expectedRevision);
        if (expectedId.isPresent() && !expectedId.get().equals(revision.snapId())) {
            throw refused(snap, "its id is " + revision.snapId() + ", expected was " + expectedId.get());
        }
        SnapDeclaration declaration = declaration(snap, revision.snapId());
        require(!declaration.isRevoked(), snap, "it was revoked");
        if (!declaration.snapName().equals(file.name())) {
            throw refused(snap, "the store knows it under the name \"" + declaration.snapName() + "\"");
        }
        requireAuthority(snap, declaration, revision.assertion(), file.provenance(), revision.revision());
        return new VouchedSnap(declaration, revision);
    }

    /**
     * Check a component's file.
     * @param snap the snap that it belongs to
     * @param file the file
     * @param expectedRevision the revision where it must be a certain one
     * @throws RefusedException if nobody vouches for it, or for its belonging to the snap
     */
    public SnapResourceRevision component(VouchedSnap snap, FileFacts file, OptionalLong expectedRevision) {
        String component = "component \"" + snap.declaration().snapName() + "+" + file.name() + "\"";
        String snapId = snap.declaration().snapId();
        SnapResourceRevision revision = SnapResourceRevision.of(
                find(component, SnapResourceRevision.ref(snapId, file.name(), file.digest(), file.provenance())));
        require(
                revision.size().equals(file.size()),
                component,
                "its size is not the one of its snap-resource-revision assertion");
        requireRevision(component, revision.revision(), expectedRevision);
        requireAuthority(component, snap.declaration(), revision.assertion(), file.provenance(), revision.revision());
        AssertionRef pair = SnapResourcePair.ref(
                snapId, file.name(), revision.revision(), snap.revision().revision(), file.provenance());
        find(component, pair);
        return revision;
    }

    private Assertion find(String thing, AssertionRef ref) {
        return known.find(ref)
                .orElseThrow(() -> new RefusedException(
                        "cannot use " + thing + ": there is no assertion " + ref + " that vouches for it",
                        "Give the assertions of the file with it, or a store that has them."));
    }

    private SnapDeclaration declaration(String snap, String snapId) {
        return SnapDeclaration.of(find(snap, AssertionRef.snapDeclaration(snapId)));
    }

    private static void requireRevision(String thing, long revision, OptionalLong expected) {
        if (expected.isPresent() && expected.getAsLong() != revision) {
            throw refused(thing, "its revision is " + revision + ", expected was " + expected.getAsLong());
        }
    }

    /** What did not come through the store may be limited to certain devices. */
    private void requireAuthority(
            String thing, SnapDeclaration declaration, Assertion assertion, String provenance, long revision) {
        if (provenance.equals(Provenance.DEFAULT)) {
            return;
        }
        boolean covered = declaration.revisionAuthorities().stream()
                .anyMatch(each -> model.map(device ->
                                each.covers(assertion.authorityId(), provenance, revision, device, store(device)))
                        .orElseGet(() -> each.covers(assertion.authorityId(), provenance, revision)));
        require(covered, thing, "its provenance \"" + provenance + "\" is not allowed on this model");
    }

    private Optional<Store> store(Model device) {
        return Optional.ofNullable(device.store())
                .flatMap(id -> known.find(AssertionRef.of(AssertionType.STORE, id)))
                .map(Store::of);
    }

    private static void require(boolean holds, String thing, String reason) {
        if (!holds) {
            throw refused(thing, reason);
        }
    }

    private static RefusedException refused(String thing, String reason) {
        return new RefusedException("cannot use " + thing + ": " + reason);
    }
}
