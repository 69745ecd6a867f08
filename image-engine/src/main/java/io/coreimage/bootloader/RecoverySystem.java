package io.coreimage.bootloader;

import io.coreimage.bytes.FileTree;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The system of UC20 and later, which installs itself at the first start.
 * @param label its name below {@code systems}
 * @param kernel the path of the kernel snap from the root of the seed, with a slash at the start
 * @param bootFlags what the first start is told, such as {@code factory}
 * @param dangerous whether the model's grade is dangerous
 * @param seedContent what the gadget puts on the seed partition
 */
public record RecoverySystem(
        String label, String kernel, List<String> bootFlags, boolean dangerous, FileTree seedContent) {

    private static final String FACTORY = "factory";
    private static final int LONGEST_FLAGS = 254;

    public RecoverySystem {
        bootFlags = List.copyOf(bootFlags);
        bootFlags.forEach(RecoverySystem::check);
        if (String.join(",", bootFlags).getBytes(StandardCharsets.UTF_8).length > LONGEST_FLAGS) {
            throw new RefusedException("cannot set boot flags: they are longer than " + LONGEST_FLAGS + " bytes");
        }
    }

    private static void check(String flag) {
        if (!flag.equals(FACTORY)) {
            throw new RefusedException(
                    "cannot set boot flag \"" + flag + "\": Ubuntu Core knows no such flag", "Known is: factory.");
        }
    }

    /** Return its directory on the seed. */
    String directory() {
        return "systems/" + label;
    }

    /** Return what the boot loader's environment says about it. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("snapd_recovery_mode", "install");
        variables.put("snapd_recovery_system", label);
        if (!bootFlags.isEmpty()) {
            variables.put("snapd_boot_flags", String.join(",", bootFlags));
        }
        return variables;
    }
}
