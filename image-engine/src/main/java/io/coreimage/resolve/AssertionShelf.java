package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.Model;
import io.coreimage.assertion.ModelValidationSet;
import io.coreimage.assertion.SnapDeclaration;
import io.coreimage.assertion.SnapResourcePair;
import io.coreimage.assertion.SnapResourceRevision;
import io.coreimage.assertion.SnapRevision;
import io.coreimage.assertion.ValidationSet;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.ComponentFile;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapInfo;
import io.coreimage.store.AssertionQuery;
import io.coreimage.store.SnapStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** PROVISIONAL. */
final class AssertionShelf {
    private final SnapStore store;
    private SortedMap<String, Integer> formats = new TreeMap<>();
    private boolean limited;
    private final Set<String> saved = new HashSet<>();
    private final Map<String, Assertion> known = new HashMap<>();
    private final Map<String, List<Assertion>> sections = new TreeMap<>();
    private String section = "etc";

    AssertionShelf(SnapStore store, Model model) {
        this.store = store;
    }

    private Assertion get(AssertionRef ref) {
        Assertion a = find(ref);
        if (a == null) {
            throw new RefusedException("cannot find " + ref);
        }
        return a;
    }

    private @Nullable Assertion find(AssertionRef ref) {
        Assertion k = known.get(ref.uniqueName());
        if (k != null) {
            return k;
        }
        int max = (int) ref.type().maxFormat();
        if (limited) {
            max = Math.min(max, formats.getOrDefault(ref.type().typeName(), 0));
        }
        Assertion a = store.assertion(AssertionQuery.of(ref.type().typeName(), ref.primaryKey(), max))
                .map(Assertion::decode)
                .orElse(null);
        if (a != null) {
            known.put(ref.uniqueName(), a);
        }
        return a;
    }

    private void save(Assertion a) {
        String name = a.ref().uniqueName();
        if (saved.contains(name) || isTrusted(a.ref())) {
            return;
        }
        saved.add(name);
        for (AssertionRef each : prerequisites(a)) {
            if (!saved.contains(each.uniqueName()) && !isTrusted(each)) {
                save(get(each));
            }
        }
        AssertionRef key = AssertionRef.accountKey(Objects.toString(a.signKey()));
        if (!saved.contains(key.uniqueName()) && !isTrusted(key)) {
            save(get(key));
        }
        if (a.type() != AssertionType.MODEL) {
            sections.computeIfAbsent(section, k -> new ArrayList<>()).add(a);
        }
    }

    private static boolean isTrusted(AssertionRef ref) {
        return List.of(
                        "account/testrootorg",
                        "account/canonical",
                        "account-key/hIedp1AvrWlcDI4uS_qjoFLzjKl5enu4G2FYJpgB3Pj-tUzGlTQBxMBsBmi-tnJR")
                .contains(ref.uniqueName());
    }

    private static List<AssertionRef> prerequisites(Assertion a) {
        return switch (a.type()) {
            case ACCOUNT_KEY -> List.of(AssertionRef.account(a.header("account-id")));
            case SNAP_DECLARATION -> List.of(AssertionRef.account(a.header("publisher-id")));
            case SNAP_REVISION, SNAP_RESOURCE_REVISION ->
                List.of(
                        AssertionRef.snapDeclaration(a.header("snap-id")),
                        AssertionRef.account(a.header("developer-id")));
            case SNAP_RESOURCE_PAIR -> List.of(AssertionRef.snapDeclaration(a.header("snap-id")));
            case STORE -> List.of(AssertionRef.account(a.header("operator-id")));
            default -> List.of();
        };
    }

    List<Edition> startWith(Model model, EditionChoice editions, List<Assertion> extras) {
        save(model.assertion());
        List<Edition> sets = new ArrayList<>();
        for (ModelValidationSet each : model.validationSets()) {
            Integer n = editions.choose(each);
            Assertion a = store.assertion(new AssertionQuery(
                            "validation-set",
                            List.of("16", each.accountId(), each.name()),
                            0,
                            n == null ? AssertionQuery.Point.LATEST : AssertionQuery.Point.of(n)))
                    .map(Assertion::decode)
                    .orElseThrow();
            save(a);
            sets.add(new Edition(ValidationSet.of(a), each.sequence().isPresent()));
        }
        section = "extra";
        for (Assertion a : extras) {
            known.put(a.ref().uniqueName(), a);
        }
        for (Assertion a : extras) {
            save(a);
        }
        return sets;
    }

    @Nullable
    SnapRevision findRevision(SnapFile file) {
        Assertion a = find(SnapRevision.ref(file.digest(), file.info().provenance()));
        return a == null ? null : SnapRevision.of(a);
    }

    void limitFormats(SortedMap<String, Integer> formats) {
        this.formats = formats;
        this.limited = true;
    }

    void turnTo(boolean model) {
        section = model ? "snaps" : "xsnaps";
    }

    SnapRevision revision(SnapFile file) {
        Assertion a = get(SnapRevision.ref(file.digest(), file.info().provenance()));
        save(a);
        return SnapRevision.of(a);
    }

    SnapDeclaration declaration(SnapRevision r) {
        return SnapDeclaration.of(get(AssertionRef.snapDeclaration(r.snapId())));
    }

    void checkProvenance(SnapInfo info, SnapRevision signed, SnapDeclaration declaration) {}

    SnapResourceRevision component(ChosenSnap snap, ComponentFile file) {
        String id = Objects.toString(snap.id());
        String name = file.info().name().component().value();
        Assertion a = get(
                SnapResourceRevision.ref(id, name, file.digest(), file.info().provenance()));
        save(a);
        SnapResourceRevision r = SnapResourceRevision.of(a);
        save(get(SnapResourcePair.ref(
                id, name, r.revision(), snap.revision().number(), file.info().provenance())));
        return r;
    }

    private List<Assertion> of(String name) {
        return sections.getOrDefault(name, List.of());
    }

    SeedAssertions assertions() {
        return new SeedAssertions(
                of("etc"),
                of("extra").stream()
                        .filter(a -> a.type() != AssertionType.SYSTEM_USER)
                        .toList(),
                of("extra").stream()
                        .filter(a -> a.type() == AssertionType.SYSTEM_USER)
                        .toList(),
                of("snaps"),
                of("xsnaps"));
    }
}
