package io.coreimage.resolve;

import io.coreimage.assertion.Presence;
import io.coreimage.assertion.ValidationSet;
import io.coreimage.assertion.ValidationSetSnap;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import io.coreimage.store.SetPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the validation sets of a model say about the snaps of an image, all of them together. */
final class SetRules {

    private static final String MISSING = "is required, but not in the image";

    /** No sets, no rules. */
    static final SetRules NONE = new SetRules(List.of());

    private final Map<SnapName, List<Rule>> rules = new TreeMap<>();

    /** What one set says about one snap. */
    private record Rule(ValidationSet set, ValidationSetSnap snap) {

        private String setName() {
            return set.accountId() + "/" + set.name() + "/" + set.sequence();
        }

        private SetPoint point() {
            return new SetPoint(set.accountId(), set.name(), Math.toIntExact(set.sequence()));
        }

        /** Return what is wrong with the components of a snap. */
        private List<String> problems(ChosenSnap chosen) {
            return snap.components().stream()
                    .flatMap(each -> problem(each, component(chosen, each.name())).stream()
                            .map(problem -> "component \"" + chosen.name() + "+" + each.name() + "\" " + problem + " ("
                                    + setName() + ")"))
                    .toList();
        }

        private static Optional<ChosenComponent> component(ChosenSnap snap, String name) {
            return snap.components().stream()
                    .filter(each -> each.name().value().equals(name))
                    .findFirst();
        }

        private static Optional<String> problem(ValidationSetSnap.Component rule, Optional<ChosenComponent> found) {
            if (found.isEmpty()) {
                return rule.presence() == Presence.REQUIRED ? Optional.of(MISSING) : Optional.empty();
            }
            return wrong(rule.presence(), rule.revision(), found.get().revision());
        }

        /** Return what is wrong with something that is there. */
        private static Optional<String> wrong(Presence presence, OptionalLong only, Revision revision) {
            if (presence == Presence.INVALID) {
                return Optional.of("must not be in the image");
            }
            return only.isEmpty() || only.getAsLong() == revision.number()
                    ? Optional.empty()
                    : Optional.of("must have revision " + only.getAsLong() + ", not " + revision);
        }

        /** Return whether the store has to know of it. */
        private boolean constrains() {
            return snap.presence() == Presence.REQUIRED
                    || snap.revision().isPresent()
                    || snap.components().stream()
                            .anyMatch(each -> each.presence() == Presence.REQUIRED
                                    || each.revision().isPresent());
        }
    }

    SetRules(List<ValidationSet> sets) {
        for (ValidationSet set : sets) {
            set.snaps()
                    .forEach(each -> rules.computeIfAbsent(new SnapName(each.name()), name -> new ArrayList<>())
                            .add(new Rule(set, each)));
        }
        rules.forEach(SetRules::checkConflict);
    }

    private static void checkConflict(SnapName name, List<Rule> rules) {
        boolean required = rules.stream().anyMatch(each -> each.snap.presence() == Presence.REQUIRED);
        boolean invalid = rules.stream().anyMatch(each -> each.snap.presence() == Presence.INVALID);
        long revisions = rules.stream()
                .filter(each -> each.snap.revision().isPresent())
                .map(each -> each.snap.revision().getAsLong())
                .distinct()
                .count();
        if ((required && invalid) || revisions > 1) {
            throw new RefusedException("cannot keep all validation sets: they contradict each other about snap \""
                    + name + "\": "
                    + rules.stream()
                            .map(each -> each.setName() + " says " + says(each))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String says(Rule rule) {
        String presence = rule.snap.presence().word();
        return rule.snap.revision().isPresent()
                ? presence + " at revision " + rule.snap.revision().getAsLong()
                : presence;
    }

    /** Refuse a snap that a set does not want, before it is asked for. */
    void checkWanted(SnapName name) {
        String forbidding = of(name).stream()
                .filter(each -> each.snap.presence() == Presence.INVALID)
                .map(Rule::setName)
                .collect(Collectors.joining(", "));
        if (!forbidding.isEmpty()) {
            throw new RefusedException(
                    "cannot use snap \"" + name + "\": it is invalid in the model's validation sets " + forbidding);
        }
    }

    /** Return the sets that the store has to keep for a snap. */
    List<SetPoint> points(SnapName name) {
        return of(name).stream()
                .filter(Rule::constrains)
                .map(Rule::point)
                .sorted(Comparator.comparing(SetPoint::accountId).thenComparing(SetPoint::name))
                .toList();
    }

    /** Return the only revision that a snap may have, if there is one. */
    @Nullable
    Revision revision(SnapName name) {
        return of(name).stream()
                .filter(each -> each.snap.revision().isPresent())
                .map(each -> Revision.of(Math.toIntExact(each.snap.revision().getAsLong())))
                .findFirst()
                .orElse(null);
    }

    private List<Rule> of(SnapName name) {
        return rules.getOrDefault(name, List.of());
    }

    /** Check all snaps together and refuse with everything that is wrong. */
    void check(List<ChosenSnap> snaps) {
        List<String> broken = new ArrayList<>();
        rules.forEach((name, all) -> all.forEach(each -> {
            Optional<ChosenSnap> found =
                    snaps.stream().filter(snap -> snap.name().equals(name)).findFirst();
            String problem = problem(each, found.orElse(null));
            if (problem != null) {
                broken.add("snap \"" + name + "\" " + problem + " (" + each.setName() + ")");
            }
            found.ifPresent(snap -> broken.addAll(each.problems(snap)));
        }));
        if (!broken.isEmpty()) {
            throw new RefusedException("cannot keep the model's validation sets: " + String.join("; ", broken));
        }
    }

    private static @Nullable String problem(Rule rule, @Nullable ChosenSnap found) {
        if (found == null) {
            return rule.snap.presence() == Presence.REQUIRED ? MISSING : null;
        }
        return Rule.wrong(rule.snap.presence(), rule.snap.revision(), found.revision())
                .orElse(null);
    }
}
