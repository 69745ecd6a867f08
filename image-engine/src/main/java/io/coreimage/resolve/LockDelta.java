package io.coreimage.resolve;

import io.coreimage.snap.SnapName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is new in a lock, one line for each snap, validation set and assertion, for people. */
public final class LockDelta {

    private final List<String> lines = new ArrayList<>();

    private LockDelta() {}

    /**
     * Return the lines.
     * @param before the lock that was there; {@code null} where there was none
     * @param now the lock that takes its place
     */
    public static List<String> between(@Nullable Lock before, Lock now) {
        LockDelta delta = new LockDelta();
        Lock old = before == null ? new Lock(new TreeMap<>(), List.of(), new TreeMap<>(), List.of()) : before;
        delta.addSnaps(old, now);
        delta.addSets(old, now);
        if (before != null) {
            delta.addAssertions(old, now);
        }
        return List.copyOf(delta.lines);
    }

    private void addSnaps(Lock before, Lock now) {
        for (LockedSnap each : now.snaps()) {
            LockedSnap old = before.find(each.name()).orElse(null);
            if (old == null) {
                lines.add("+ " + describe(each));
            } else if (!old.equals(each)) {
                lines.add(change(old, each));
            }
        }
        before.snaps().stream()
                .filter(each -> now.find(each.name()).isEmpty())
                .forEach(each -> lines.add("- " + describe(each)));
    }

    private static String describe(LockedSnap snap) {
        return snap.name() + " " + snap.revision() + place(snap);
    }

    private static String place(LockedSnap snap) {
        String origin = snap.file().origin();
        String where = origin != null ? "file " + origin : Objects.toString(snap.channel(), "");
        return where.isEmpty() ? "" : " (" + where + ")";
    }

    private static String change(LockedSnap old, LockedSnap now) {
        String revisions = old.revision().equals(now.revision())
                ? now.revision().toString()
                : old.revision() + " → " + now.revision();
        String places = place(old).equals(place(now))
                ? place(now)
                : place(old).replaceFirst("\\)$", "") + " → " + place(now).replaceFirst("^ \\(", "");
        boolean sameOutside =
                old.revision().equals(now.revision()) && place(old).equals(place(now));
        return now.name() + " " + revisions + places + components(old, now)
                + (sameOutside && old.components().equals(now.components()) ? ", another file" : "");
    }

    private static String components(LockedSnap old, LockedSnap now) {
        Map<SnapName, LockedComponent> before = byName(old);
        Map<SnapName, LockedComponent> after = byName(now);
        TreeSet<SnapName> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        StringBuilder text = new StringBuilder();
        for (SnapName each : names) {
            String was = revision(before.get(each));
            String is = revision(after.get(each));
            if (!was.equals(is)) {
                text.append(", +")
                        .append(each)
                        .append(' ')
                        .append(was)
                        .append(" → ")
                        .append(is);
            }
        }
        return text.toString();
    }

    private static Map<SnapName, LockedComponent> byName(LockedSnap snap) {
        Map<SnapName, LockedComponent> components = new TreeMap<>();
        snap.components().forEach(each -> components.put(each.name(), each));
        return components;
    }

    private static String revision(@Nullable LockedComponent component) {
        return component == null ? "none" : component.revision().toString();
    }

    private void addSets(Lock before, Lock now) {
        TreeSet<ValidationSetName> names = new TreeSet<>(before.sets().keySet());
        names.addAll(now.sets().keySet());
        for (ValidationSetName each : names) {
            String was = number(before.sets().get(each));
            String is = number(now.sets().get(each));
            if (!was.equals(is)) {
                lines.add("validation set " + each + " " + was + " → " + is);
            }
        }
    }

    private static String number(@Nullable Sequence sequence) {
        return sequence == null ? "none" : Integer.toString(sequence.number());
    }

    /** Only those that stay but are of another revision; new ones come and go with their snaps. */
    private void addAssertions(Lock before, Lock now) {
        Map<String, LockedAssertion> old = new TreeMap<>();
        before.assertions().forEach(each -> old.put(each.name(), each));
        for (LockedAssertion each : now.assertions()) {
            LockedAssertion was = old.get(each.name());
            if (was != null && !was.digest().equals(each.digest())) {
                lines.add(each.name() + " revision " + was.revision() + " → " + each.revision());
            }
        }
    }
}
