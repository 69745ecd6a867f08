package io.coreimage.assertion;

import io.coreimage.key.KeyId;
import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is trusted without proof: accounts that may vouch for others, and keys whose own signatures nobody checks. Every
 * chain of trust ends here.
 */
public final class TrustedRoots {

    private final Set<AssertionRef> refs;
    private final Set<String> accountIds;
    private final Map<KeyId, Signatory> keys;

    private TrustedRoots(Set<AssertionRef> refs, Set<String> accountIds, Map<KeyId, Signatory> keys) {
        this.refs = Set.copyOf(refs);
        this.accountIds = Set.copyOf(accountIds);
        this.keys = Map.copyOf(keys);
    }

    /** Return roots that trust nobody. */
    public static TrustedRoots none() {
        return new TrustedRoots(Set.of(), Set.of(), Map.of());
    }

    /** Return Canonical's root, with which every chain of the Snap Store ends. */
    public static TrustedRoots production() {
        return ProductionRoot.read();
    }

    static TrustedRoots of(Collection<String> accountIds, Collection<Signatory> signatories) {
        Set<AssertionRef> refs = new HashSet<>();
        Map<KeyId, Signatory> keys = new HashMap<>();
        accountIds.forEach(each -> refs.add(AssertionRef.account(each)));
        for (Signatory signatory : signatories) {
            refs.add(AssertionRef.accountKey(signatory.id().text()));
            keys.put(signatory.id(), signatory);
        }
        return new TrustedRoots(refs, Set.copyOf(accountIds), keys);
    }

    /**
     * Return these roots and those of a file, which are taken as given.
     * @param stream accounts and account-keys
     * @param origin what the user calls the file, for messages
     */
    public TrustedRoots plus(byte[] stream, String origin) {
        List<Assertion> assertions = Assertion.decodeStream(stream);
        if (assertions.isEmpty()) {
            throw refused(origin, "it holds no assertion");
        }
        List<String> accounts = new ArrayList<>();
        List<Signatory> signatories = new ArrayList<>();
        for (Assertion assertion : assertions) {
            switch (assertion.type()) {
                case ACCOUNT -> accounts.add(Account.of(assertion).accountId());
                case ACCOUNT_KEY -> signatories.add(Signatory.of(AccountKey.of(assertion)));
                default -> throw refused(origin, "it holds a " + assertion.type() + " assertion");
            }
        }
        return plus(of(accounts, signatories));
    }

    private static RefusedException refused(String origin, String reason) {
        return new RefusedException(
                "cannot trust " + origin + ": " + reason,
                "Trusted roots are a stream of account and account-key assertions.");
    }

    /** Return these roots and others. */
    public TrustedRoots plus(TrustedRoots others) {
        Set<AssertionRef> allRefs = new HashSet<>(refs);
        Set<String> allAccounts = new HashSet<>(accountIds);
        Map<KeyId, Signatory> allKeys = new HashMap<>(keys);
        allRefs.addAll(others.refs);
        allAccounts.addAll(others.accountIds);
        allKeys.putAll(others.keys);
        return new TrustedRoots(allRefs, allAccounts, allKeys);
    }

    /** Return whether an assertion is among what is trusted without proof. */
    public boolean contain(AssertionRef ref) {
        return refs.contains(ref);
    }

    /** Return whether an account may vouch for accounts, keys and snaps. */
    public boolean trustAccount(String accountId) {
        return accountIds.contains(accountId);
    }

    /** Return when the keys that are trusted may sign. */
    public List<KeyValidity> validities() {
        return keys.values().stream().map(Signatory::validity).toList();
    }

    @Nullable
    Signatory signatory(KeyId id) {
        return keys.get(id);
    }

    /** Return the keys that are trusted, for people. */
    public Set<KeyId> keyIds() {
        return keys.keySet();
    }
}
