package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules about what snaps stand on, asked whenever some more are there. */
final class BaseCheck {

    static final SnapName CORE = new SnapName("core");
    private static final String CORE16 = "core16";

    private final Terms terms;
    private final Map<SnapName, ChosenSnap> available;

    /**
     * Create an instance.
     * @param terms what the model says
     * @param available all snaps that are there by now
     */
    BaseCheck(Terms terms, Map<SnapName, ChosenSnap> available) {
        this.terms = terms;
        this.available = available;
    }

    /** Check the snaps and return those that need a core snap which is not there but may be added. */
    List<SnapName> check(List<ChosenSnap> snaps) {
        List<SnapName> needCore = new ArrayList<>();
        for (ChosenSnap each : snaps) {
            checkGadget(each);
            if (each.info().needsCore() && each.type() != SnapType.SNAPD && !available.containsKey(CORE)) {
                needCore.add(needsCore(each));
            }
            String base = each.info().requiredBase();
            if (base != null && !isDeferred(each, base)) {
                checkBase(each, base);
            }
        }
        return needCore;
    }

    private SnapName needsCore(ChosenSnap snap) {
        if (terms.hasModes()) {
            throw missing(snap, "core", "");
        }
        return snap.name();
    }

    private void checkGadget(ChosenSnap snap) {
        String own = terms.base() == null ? null : terms.base().value();
        if (snap.type() == SnapType.GADGET && !Objects.equals(snap.info().base(), own)) {
            throw new RefusedException("cannot use gadget \"" + snap.name() + "\": its base is "
                    + quoted(snap.info().base()) + ", but the model's base is " + quoted(own));
        }
    }

    private static String quoted(@Nullable String base) {
        return base == null ? "core, as it names none" : "\"" + base + "\"";
    }

    /** Somebody who adds a snap may add its base behind it; the last check finds out whether he did. */
    private boolean isDeferred(ChosenSnap snap, String base) {
        boolean isOldName = base.equals(CORE16) && !terms.hasModes() && available.containsKey(CORE);
        return isOldName || (terms.isLax() && !isThere(snap, base) && snap.isNamed());
    }

    private boolean isThere(ChosenSnap snap, String base) {
        return missingModes(snap, base).isEmpty();
    }

    private List<String> missingModes(ChosenSnap snap, String base) {
        ChosenSnap found = SnapName.isValid(base) ? available.get(new SnapName(base)) : null;
        if (found == null) {
            return snap.entry().modes();
        }
        return snap.entry().modes().stream()
                .filter(each -> !found.entry().covers(each))
                .toList();
    }

    private void checkBase(ChosenSnap snap, String base) {
        List<String> modes = missingModes(snap, base);
        if (!modes.isEmpty()) {
            throw missing(snap, base, modes.equals(List.of(Entry.RUN)) ? "" : " in modes " + modes);
        }
    }

    private RefusedException missing(ChosenSnap snap, String base, String where) {
        return new RefusedException(
                "cannot use snap \"" + snap.name() + "\": its base \"" + base + "\" is not in the image" + where,
                terms.hasModes()
                        ? "Add \"" + base + "\" to the model's snaps, there in the same modes."
                        : "Add \"" + base + "\" to the model's required-snaps.");
    }
}
