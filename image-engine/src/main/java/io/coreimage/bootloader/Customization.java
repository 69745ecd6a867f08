package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.gadget.ModelKind;
import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants of an image beside model and snaps.
 * @param disableConsoleConf whether nobody is asked for a network and an account on the console
 * @param userData user data for cloud-init, or {@code null}
 * @param bootFlags what the first start is told
 */
public record Customization(
        boolean disableConsoleConf, @Nullable ByteSource userData, List<String> bootFlags) {

    /** Nothing. */
    public static final Customization NONE = new Customization(false, null, List.of());

    public Customization {
        bootFlags = List.copyOf(bootFlags);
    }

    /** Refuse at once everything that such a model does not allow. */
    public void check(ModelKind model) {
        List<String> refused = new ArrayList<>();
        List<String> instead = new ArrayList<>();
        boolean runs = !model.hasModes() && !model.isClassic();
        if (disableConsoleConf && !runs) {
            refused.add("console-conf cannot be disabled");
            instead.add("Set service.console-conf.disable: true in the gadget's defaults.");
        }
        if (userData != null && !runs && !model.isClassic()) {
            refused.add("cloud-init user data cannot be given");
            instead.add("Put a cloud.conf into the gadget.");
        }
        if (!bootFlags.isEmpty() && (runs || model.isClassic())) {
            refused.add("boot flags (" + String.join(", ", bootFlags) + ") cannot be set");
            instead.add("A factory image needs a model for Ubuntu Core 20 or later.");
        }
        if (!refused.isEmpty()) {
            throw new RefusedException(
                    "cannot customize an image of " + said(model) + ": " + String.join("; ", refused),
                    String.join(" ", instead));
        }
    }

    private static String said(ModelKind model) {
        if (model.isClassic()) {
            return "a classic model";
        }
        return model.hasModes() ? "Ubuntu Core 20 or later" : "Ubuntu Core 16 or 18";
    }
}
