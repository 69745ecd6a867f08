package io.coreimage.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A machine that starts an image until snapd itself has seeded the system, in QEMU.
 *
 * <p>The recipe lies in the folder that {@code CORE_IMAGE_BOOT_RIG} names, what it made in the oracle's.
 */
public final class BootRig {

    private final Path made;
    private final ForeignTool boot;

    private BootRig(Path made, ForeignTool boot) {
        this.made = made;
        this.boot = boot;
    }

    /** Return the rig, or skip the test where there is none. */
    public static BootRig find() {
        Path made = Foreign.oracle().resolve("boot");
        String recipe = System.getenv("CORE_IMAGE_BOOT_RIG");
        Foreign.requireMachine("boot rig", recipe != null && Files.isDirectory(made.resolve("models")));
        Foreign.tool("qemu-system-x86_64");
        Path script = Path.of(String.valueOf(recipe), "boot.sh");
        return new BootRig(made, new ForeignTool(script).with("ORACLE", String.valueOf(made.getParent())));
    }

    /** Return a rig that keeps what a machine changes on its disk. */
    public BootRig keeping(Path overlay) {
        return new BootRig(made, boot.with("OVERLAY", overlay.toString()));
    }

    /** Return a signed model, such as {@code rig20}. */
    public Path model(String name) {
        return made.resolve("models/" + name + ".model");
    }

    /** Return the folder of a store, such as {@code 20}. */
    public Path store(String name) {
        return made.resolve("stores/" + name);
    }

    /** Start a machine from an image, and compare what snapd says with a model. */
    public ForeignTool.Verdict boot(Path image, Path model) {
        return boot.judge(image, model);
    }
}
