package io.coreimage.resolve;

import io.coreimage.assertion.Account;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionType;
import io.coreimage.snap.SnapType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of what {@code snap list} will say on the device; {@code -} where nothing is known.
 * @param name the snap's name
 * @param version its version
 * @param revision its revision
 * @param tracking the channel that it follows
 * @param publisher who published it, with a sign where the store has checked who that is
 * @param notes what it is, if not an app
 */
public record InstalledSnap(
        String name, String version, String revision, String tracking, String publisher, String notes) {

    private static final String NOTHING = "-";
    private static final String CANONICAL = "canonical";

    /** Return the snaps of a lock, by name. */
    public static List<InstalledSnap> of(KeptChoice kept) {
        return kept.lock().snaps().stream()
                .map(each -> of(each, kept.assertions()))
                .sorted(Comparator.comparing(InstalledSnap::name))
                .toList();
    }

    /** Return the snaps of a manifest, by name; it knows no more than names and revisions. */
    public static List<InstalledSnap> of(SeedManifest manifest) {
        return manifest.revisions().entrySet().stream()
                .map(each -> new InstalledSnap(
                        each.getKey().value(), NOTHING, each.getValue().toString(), NOTHING, NOTHING, NOTHING))
                .toList();
    }

    private static InstalledSnap of(LockedSnap snap, List<Assertion> assertions) {
        return new InstalledSnap(
                snap.name().value(),
                orNothing(snap.version()),
                snap.revision().toString(),
                orNothing(snap.channel()),
                Optional.ofNullable(snap.publisher())
                        .map(each -> publisher(each, assertions))
                        .orElse(NOTHING),
                Optional.ofNullable(snap.type()).map(InstalledSnap::note).orElse(NOTHING));
    }

    private static String note(SnapType type) {
        return switch (type) {
            case APP -> NOTHING;
            case OS -> "core";
            default -> type.toString();
        };
    }

    /** The root's own account stands in no lock, since every device knows it. */
    private static String publisher(String id, List<Assertion> assertions) {
        if (id.equals(CANONICAL)) {
            return CANONICAL + "✓";
        }
        return assertions.stream()
                .filter(each -> each.type() == AssertionType.ACCOUNT)
                .filter(each -> each.header("account-id").equals(id))
                .map(Account::of)
                .map(each -> Optional.ofNullable(each.username()).orElse(id) + mark(each.validation()))
                .findFirst()
                .orElse(id);
    }

    private static String mark(String validation) {
        return switch (validation) {
            case "verified" -> "✓";
            case "starred" -> "✪";
            default -> "";
        };
    }

    private static String orNothing(@Nullable Object value) {
        return value == null ? NOTHING : value.toString();
    }
}
