package io.coreimage.resolve;

import io.coreimage.snap.DebianVersion;
import io.coreimage.snap.SnapdInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Snaps say which snapd they need. A device refuses to install one that needs a newer snapd than its own; here it is worth a warning. */
final class AssumptionCheck {

    private static final Pattern SNAPD = Pattern.compile("snapd([0-9]{1,9}(?:\\.[0-9]{1,9}){0,4})");

    private final Consumer<String> warnings;

    AssumptionCheck(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    void check(List<ChosenSnap> snaps) throws IOException {
        Optional<String> own = version(snaps);
        if (own.isPresent()) {
            snaps.forEach(each -> check(each, own.get()));
        }
    }

    private static Optional<String> version(List<ChosenSnap> snaps) throws IOException {
        for (ChosenSnap each : snaps) {
            if (each.entry().role() == Role.SNAPD) {
                return each.file().snapdInfo().map(SnapdInfo::version).filter(version -> !version.isEmpty());
            }
        }
        return Optional.empty();
    }

    private void check(ChosenSnap snap, String version) {
        for (String each : snap.info().assumes()) {
            Matcher wanted = SNAPD.matcher(each);
            if (wanted.matches() && isOlder(version, wanted.group(1))) {
                warnings.accept("snap \"" + snap.name() + "\" assumes snapd " + wanted.group(1)
                        + " or later, but that of the image is " + version + ", so that no device will install it");
            }
        }
    }

    private static boolean isOlder(String version, String wanted) {
        return new DebianVersion(version).compareTo(new DebianVersion(wanted)) < 0;
    }
}
