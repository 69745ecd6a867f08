package io.coreimage.assertion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a store says about a snap whatever its revision.
 * @param assertion what was read
 * @param snapId the snap
 * @param snapName its name; empty where it was revoked
 * @param publisherId whose snap it is
 * @param timestamp when this was said
 * @param refreshControl ids of snaps whose refreshes it gates
 * @param autoAliases names of aliases that are set up by themselves, in the old form
 * @param aliases the same in the new form
 * @param revisionAuthorities who may say what its revisions are, besides the store
 */
public record SnapDeclaration(
        Assertion assertion,
        String snapId,
        String snapName,
        String publisherId,
        Instant timestamp,
        List<String> refreshControl,
        List<String> autoAliases,
        List<Alias> aliases,
        List<RevisionAuthority> revisionAuthorities)
        implements TypedAssertion {

    private static final String ALIASES = "snap-declaration.8";

    public SnapDeclaration {
        refreshControl = List.copyOf(refreshControl);
        autoAliases = List.copyOf(autoAliases);
        aliases = List.copyOf(aliases);
        revisionAuthorities = List.copyOf(revisionAuthorities);
    }

    /**
     * Another name for an app.
     * @param name the other name
     * @param target the app
     */
    public record Alias(String name, String target) {}

    /** Read a snap-declaration. */
    public static SnapDeclaration of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.SNAP_DECLARATION);
        String snapName = headers.text("snap-declaration.1", "snap-name");
        String publisherId = headers.nonEmpty("snap-declaration.2", "publisher-id");
        Instant timestamp = headers.date("snap-declaration.3", "timestamp");
        List<String> refreshControl = headers.texts("snap-declaration.4", "refresh-control");
        InterfaceRules.check("snap-declaration.5", headers, InterfaceRules.Side.PLUG);
        InterfaceRules.check("snap-declaration.6", headers, InterfaceRules.Side.SLOT);
        List<String> autoAliases =
                headers.texts("snap-declaration.7", "auto-aliases", Names::isAlias, "name for an alias");
        List<Alias> aliases = aliases(headers);
        List<RevisionAuthority> authorities = RevisionAuthority.readAll(headers);
        return new SnapDeclaration(
                assertion,
                assertion.header("snap-id"),
                snapName,
                publisherId,
                timestamp,
                refreshControl,
                autoAliases,
                aliases,
                authorities);
    }

    private static List<Alias> aliases(HeaderReader headers) {
        List<Alias> aliases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (HeaderReader entry : headers.maps(ALIASES, "aliases")) {
            String name = entry.matching(ALIASES, "name", Names::isAlias, "name for an alias");
            String target = entry.matching(ALIASES, "target", Names::isMixedName, "name of an app");
            if (!names.add(name)) {
                throw entry.violation(ALIASES, "name", "is the name of an earlier alias: " + name);
            }
            aliases.add(new Alias(name, target));
        }
        return aliases;
    }

    /** Return the format that the headers need. */
    static long formatNeeded(HeaderReader headers) {
        return Math.max(
                InterfaceRules.check("snap-declaration.5", headers, InterfaceRules.Side.PLUG),
                InterfaceRules.check("snap-declaration.6", headers, InterfaceRules.Side.SLOT));
    }

    /** Return whether the snap was taken back and must not be used any more. */
    public boolean isRevoked() {
        return snapName.isEmpty();
    }

    @Override
    public List<AssertionRef> prerequisites() {
        return List.of(AssertionRef.account(publisherId));
    }
}
