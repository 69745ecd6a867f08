package io.coreimage.assertion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody besides the store who may say what the revisions of a snap are.
 * @param accountId who
 * @param provenances for revisions of which provenances
 * @param minRevision from which revision on
 * @param maxRevision up to which one, where there is a limit
 * @param scope on which devices
 */
public record RevisionAuthority(
        String accountId, List<String> provenances, long minRevision, OptionalLong maxRevision, DeviceScope scope) {

    private static final String RULE = "snap-declaration.9";

    public RevisionAuthority {
        provenances = List.copyOf(provenances);
    }

    static List<RevisionAuthority> readAll(HeaderReader headers) {
        List<HeaderReader> entries = headers.maps(RULE, "revision-authority");
        if (entries.isEmpty() && headers.has("revision-authority")) {
            throw headers.violation(RULE, "revision-authority", "must not be empty");
        }
        return entries.stream().map(RevisionAuthority::read).toList();
    }

    private static RevisionAuthority read(HeaderReader entry) {
        String accountId = entry.matching(RULE, "account-id", Names::isAccountId, "account id");
        List<String> provenances = entry.texts(RULE, "provenance", Names::isMixedName, "provenance");
        if (provenances.isEmpty()) {
            throw entry.violation(RULE, "provenance", "must name at least one");
        }
        long min = entry.optionalPositive(RULE, "min-revision").orElse(1);
        OptionalLong max = entry.optionalPositive(RULE, "max-revision");
        if (max.isPresent() && max.getAsLong() < min) {
            throw entry.violation(RULE, "max-revision", "must not be less than \"min-revision\"");
        }
        return new RevisionAuthority(accountId, provenances, min, max, DeviceScope.read(RULE, entry));
    }

    /** Return whether it may speak about that revision; on which devices is another question. */
    public boolean covers(String authorityId, String provenance, long revision) {
        return accountId.equals(authorityId)
                && provenances.contains(provenance)
                && revision >= minRevision
                && revision <= maxRevision.orElse(Long.MAX_VALUE);
    }

    /** Return whether it may speak about that revision on devices of that model. */
    public boolean covers(String authorityId, String provenance, long revision, Model model, Optional<Store> store) {
        return covers(authorityId, provenance, revision) && scope.includes(model, store);
    }
}
