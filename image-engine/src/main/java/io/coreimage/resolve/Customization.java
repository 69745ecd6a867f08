package io.coreimage.resolve;

import java.util.List;

/**
 * What the user wants changed on the device besides its snaps, as far as a model may not allow it.
 * @param disableConsoleConf whether the setup on the console is left out
 * @param cloudInit whether there is user data for cloud-init
 * @param bootFlags flags for the first boot, such as {@code factory}
 * @param preseed whether the first boot is to be done in advance
 */
public record Customization(boolean disableConsoleConf, boolean cloudInit, List<String> bootFlags, boolean preseed) {

    public static final Customization NONE = new Customization(false, false, List.of(), false);

    public Customization {
        bootFlags = List.copyOf(bootFlags);
    }
}
