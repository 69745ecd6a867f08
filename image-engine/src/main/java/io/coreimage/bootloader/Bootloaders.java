package io.coreimage.bootloader;

import io.coreimage.gadget.BootloaderKind;
import io.coreimage.gadget.Role;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.gadget.Structure;
import io.coreimage.gadget.Volume;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a disk start: finds the boot loader that a gadget is made for and lets it say what it needs. */
public final class Bootloaders {

    /** By the file in the gadget that tells; the first one that is there counts. */
    private static final Map<String, Bootloader> BY_MARKER = new LinkedHashMap<>();

    static {
        BY_MARKER.put("uboot.conf", new Uboot());
        BY_MARKER.put("grub.conf", new Grub());
        BY_MARKER.put("androidboot.conf", new AndroidBoot());
        BY_MARKER.put("lk.conf", new LittleKernel());
        BY_MARKER.put("piboot.conf", new Piboot());
    }

    private Bootloaders() {}

    /** Return what starts UC16 or UC18. */
    public static BootFiles run(BootSnaps snaps, RunSystem system) throws IOException {
        BootFiles files = of(snaps).run(snaps, system);
        Structure boot = snaps.gadget().find(Role.SYSTEM_BOOT);
        if (files.boot().size() > 1 && (boot == null || !boot.hasFilesystem())) {
            throw new RefusedException(
                    "cannot place the boot loader's files: no structure of the gadget with a file system has role"
                            + " system-boot",
                    "Give the boot partition role: system-boot, or filesystem-label: system-boot.");
        }
        return files;
    }

    /** Return what starts UC20 or later. */
    public static BootFiles recover(BootSnaps snaps, RecoverySystem system) throws IOException {
        return of(snaps).recover(snaps, system);
    }

    private static Bootloader of(BootSnaps snaps) {
        if (hasBootState(snaps)) {
            return new UbootPartition();
        }
        SnapFiles gadget = snaps.gadgetFiles();
        return BY_MARKER.entrySet().stream()
                .filter(each -> gadget.find(each.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "cannot find the gadget's boot loader: the gadget snap has none of "
                                + String.join(", ", BY_MARKER.keySet()),
                        "Add the one that belongs to the gadget's boot loader; it may be empty for most."));
    }

    private static boolean hasBootState(BootSnaps snaps) {
        return snaps.gadget().volumes().stream()
                .filter(each -> each.bootloader() == BootloaderKind.U_BOOT)
                .map((Volume each) -> each.find(Role.SYSTEM_BOOT_STATE))
                .anyMatch(each -> each != null);
    }
}
