package io.coreimage.assertion;

/** What must hold between an assertion and the others that are known. */
final class Consistency {

    private static final String RULE = "V8";

    private final TypedAssertion subject;
    private final AssertionDatabase known;

    private Consistency(TypedAssertion subject, AssertionDatabase known) {
        this.subject = subject;
        this.known = known;
    }

    static void check(TypedAssertion subject, AssertionDatabase known) {
        new Consistency(subject, known).check();
    }

    private void check() {
        switch (subject.assertion().type()) {
            case ACCOUNT, BASE_DECLARATION -> requireTrustedAuthority();
            case SNAP_DECLARATION, STORE -> {
                requireTrustedAuthority();
                requirePrerequisites();
            }
            case ACCOUNT_KEY -> checkKey((AccountKey) subject);
            case ACCOUNT_KEY_REQUEST, CONFDB_CONTROL -> requirePrerequisites();
            case SNAP_REVISION -> checkRevision((SnapRevision) subject);
            case SNAP_RESOURCE_REVISION -> checkRevision((SnapResourceRevision) subject);
            case SNAP_RESOURCE_PAIR -> checkPair((SnapResourcePair) subject);
            case SNAP_DEVELOPER -> checkDevelopers((SnapDeveloper) subject);
            case VALIDATION -> checkValidation((Validation) subject);
            case SERIAL -> checkSerial((Serial) subject);
            default -> {
                // Nothing is asked of the others.
            }
        }
    }

    private String authority() {
        return subject.assertion().authorityId();
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw RuleViolation.at(RULE, "", reason);
        }
    }

    private void requireTrustedAuthority() {
        require(
                known.roots().trustAccount(authority()),
                "only a trusted account may sign its type, and " + authority() + " is none");
    }

    private void requirePrerequisites() {
        subject.prerequisites().forEach(this::requireKnown);
    }

    private void requireKnown(AssertionRef ref) {
        require(known.knows(ref), ref + " is needed for it and is not known");
    }

    private void checkKey(AccountKey key) {
        requireTrustedAuthority();
        requirePrerequisites();
        String name = key.name();
        boolean taken = name != null
                && known.all(AssertionType.ACCOUNT_KEY).stream()
                        .map(AccountKey::of)
                        .anyMatch(other -> name.equals(other.name())
                                && other.accountId().equals(key.accountId())
                                && !other.publicKey().equals(key.publicKey()));
        require(!taken, "account " + key.accountId() + " has another key with the name \"" + name + "\"");
    }

    private void checkRevision(SnapRevision revision) {
        requirePrerequisites();
        requireProvenance(revision.snapId(), revision.provenance(), revision.revision());
    }

    private void checkRevision(SnapResourceRevision revision) {
        requirePrerequisites();
        requireProvenance(revision.snapId(), revision.provenance(), revision.revision());
    }

    private void checkPair(SnapResourcePair pair) {
        requirePrerequisites();
        requireKnown(AssertionRef.account(pair.developerId()));
        requireProvenance(pair.snapId(), pair.provenance(), pair.snapRevision());
    }

    /** What came through the store only the store may vouch for; else the snap's declaration says who may. */
    private void requireProvenance(String snapId, String provenance, long revision) {
        if (provenance.equals(Provenance.DEFAULT)) {
            requireTrustedAuthority();
            return;
        }
        boolean covered = declaration(snapId).revisionAuthorities().stream()
                .anyMatch(each -> each.covers(authority(), provenance, revision));
        require(
                covered,
                "the snap's declaration does not let " + authority() + " speak about revision " + revision
                        + " of provenance " + provenance);
    }

    private SnapDeclaration declaration(String snapId) {
        AssertionRef ref = AssertionRef.snapDeclaration(snapId);
        return known.find(ref)
                .map(SnapDeclaration::of)
                .orElseThrow(() -> RuleViolation.at(RULE, "", ref + " is needed for it and is not known"));
    }

    private void checkDevelopers(SnapDeveloper developers) {
        require(
                known.roots().trustAccount(authority()) || authority().equals(developers.publisherId()),
                "only the snap's publisher or a trusted account may sign it");
        requirePrerequisites();
    }

    private void checkValidation(Validation validation) {
        requirePrerequisites();
        require(
                declaration(validation.snapId()).publisherId().equals(authority()),
                "only the publisher of the gating snap may sign it");
    }

    private void checkSerial(Serial serial) {
        boolean allowed = authority().equals(serial.brandId())
                || known.all(AssertionType.MODEL).stream()
                        .map(Model::of)
                        .anyMatch(model -> isModelOf(model, serial)
                                && model.serialAuthority().include(authority()));
        require(allowed, "no model is known that lets " + authority() + " sign serials for " + serial.brandId());
    }

    private static boolean isModelOf(Model model, Serial serial) {
        return model.brandId().equals(serial.brandId()) && model.name().equals(serial.model());
    }
}
