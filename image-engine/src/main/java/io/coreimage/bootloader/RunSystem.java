package io.coreimage.bootloader;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The system of UC16 and UC18, which runs from the first start.
 * @param menuEntry the model's display name, or its name
 * @param base the file name of the base snap
 * @param kernel the file name of the kernel snap
 */
public record RunSystem(String menuEntry, String base, String kernel) {

    /** Return what the boot loader's environment says about it. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("snap_mode", "");
        variables.put("snap_try_core", "");
        variables.put("snap_try_kernel", "");
        variables.put("snap_menuentry", menuEntry);
        variables.put("snap_core", base);
        variables.put("snap_kernel", kernel);
        return variables;
    }
}
