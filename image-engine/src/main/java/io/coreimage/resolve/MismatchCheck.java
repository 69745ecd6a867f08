package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.DebianVersion;
import io.coreimage.snap.SnapType;
import io.coreimage.snap.SnapdInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A snapd from 2.68 on seals disk keys in a way that the older snapd in a kernel's initramfs cannot unseal. Older
 * generations have no snapd in the initramfs and nothing to compare.
 */
final class MismatchCheck {

    private static final DebianVersion CHANGED = new DebianVersion("2.68");

    private final boolean allowed;
    private final Consumer<String> warnings;

    MismatchCheck(boolean allowed, Consumer<String> warnings) {
        this.allowed = allowed;
        this.warnings = warnings;
    }

    void check(List<ChosenSnap> snaps) throws IOException {
        Optional<SnapdInfo> snapd = info(snaps, SnapType.SNAPD);
        String inKernel = info(snaps, SnapType.KERNEL).map(SnapdInfo::version).orElse("");
        if (snapd.isEmpty() || !isNew(snapd.get().version()) || isNew(inKernel)) {
            return;
        }
        String kernelPart = inKernel.isEmpty() ? "names no version of snapd" : "holds snapd " + inKernel;
        String reason = "snapd " + snapd.get().version() + " needs a kernel with snapd " + CHANGED
                + " or later, but the kernel snap " + kernelPart;
        if (!allowed) {
            throw new RefusedException(
                    "cannot use these snapd and kernel snaps together: " + reason,
                    "Take the kernel from a newer channel, or set -Dcore-image.allowSnapdKernelMismatch.");
        }
        warnings.accept(reason);
    }

    private static Optional<SnapdInfo> info(List<ChosenSnap> snaps, SnapType type) throws IOException {
        for (ChosenSnap each : snaps) {
            if (each.type() == type) {
                return each.file().snapdInfo();
            }
        }
        return Optional.empty();
    }

    private static boolean isNew(String version) {
        return new DebianVersion(version).compareTo(CHANGED) >= 0;
    }
}
