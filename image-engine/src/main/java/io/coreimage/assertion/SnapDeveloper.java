package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may make revisions of a snap besides its publisher.
 * @param assertion what was read
 * @param snapId the snap
 * @param publisherId its publisher
 * @param developers the times in which somebody may
 */
public record SnapDeveloper(Assertion assertion, String snapId, String publisherId, List<Term> developers)
        implements TypedAssertion {

    private static final String RULE = "snap-developer.1";

    public SnapDeveloper {
        developers = List.copyOf(developers);
    }

    /**
     * A time in which somebody may make revisions; one that ends where it starts revokes.
     * @param developerId who
     * @param validity when
     */
    public record Term(String developerId, KeyValidity validity) {

        boolean revokes() {
            return validity.since().equals(validity.until());
        }
    }

    /** Read a snap-developer. */
    public static SnapDeveloper of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.SNAP_DEVELOPER);
        List<Term> terms = new ArrayList<>();
        Set<String> named = new HashSet<>();
        Set<String> revoked = new HashSet<>();
        for (HeaderReader entry : headers.maps(RULE, "developers")) {
            Term term = term(entry);
            boolean first = named.add(term.developerId());
            if (!first && (term.revokes() || revoked.contains(term.developerId()))) {
                throw entry.violation(RULE, "developer-id", "is revoked, so there must be no other entry for it");
            }
            if (term.revokes()) {
                revoked.add(term.developerId());
            }
            terms.add(term);
        }
        return new SnapDeveloper(assertion, assertion.header("snap-id"), assertion.header("publisher-id"), terms);
    }

    private static Term term(HeaderReader entry) {
        String developerId = entry.matching(RULE, "developer-id", Names::isAccountId, "account id");
        return new Term(developerId, KeyValidity.read(entry, RULE, RULE, RULE));
    }

    @Override
    public List<AssertionRef> prerequisites() {
        List<AssertionRef> refs = new ArrayList<>();
        refs.add(AssertionRef.snapDeclaration(snapId));
        refs.add(AssertionRef.account(publisherId));
        developers.stream()
                .map(term -> AssertionRef.account(term.developerId()))
                .distinct()
                .forEach(refs::add);
        return refs;
    }
}
