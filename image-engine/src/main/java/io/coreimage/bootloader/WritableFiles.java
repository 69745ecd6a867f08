package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.gadget.SnapFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/**
 * What the gadget and the user put into the writable partition of UC16 and UC18, beside the seed. Since UC20 the device
 * does this itself when it installs.
 */
public final class WritableFiles {

    private static final String CLOUD_SEED = "var/lib/cloud/seed/nocloud-net/";
    private static final String DISABLED = "console-conf is disabled in this image\n";

    private WritableFiles() {}

    /** Return the files below {@code system-data}. */
    public static FileTree of(BootSnaps snaps, Customization customization) throws IOException {
        FileTree.Builder files = snaps.newTree();
        addCloudConfig(snaps, files);
        SortedMap<String, Object> defaults = snaps.gadget().defaults().system();
        if (!defaults.isEmpty()) {
            new SystemDefaults(files).add(defaults);
        }
        if (customization.disableConsoleConf()) {
            files.put(
                    SystemDefaults.FOLDER + SystemDefaults.CONSOLE_CONF,
                    new RegularFile(Attributes.file(snaps.modified()), text(DISABLED)));
        }
        ByteSource userData = customization.userData();
        if (userData != null) {
            files.file(CLOUD_SEED + "user-data", userData);
            files.file(CLOUD_SEED + "meta-data", text("instance-id: nocloud-static\n"));
        }
        return files.build();
    }

    private static void addCloudConfig(BootSnaps snaps, FileTree.Builder files) {
        SnapFiles gadget = snaps.gadgetFiles();
        RegularFile config = gadget.file("cloud.conf");
        if (config != null) {
            Attributes attributes = Attributes.of(GadgetFile.mode(gadget, "cloud.conf"), snaps.modified());
            files.add("etc/cloud/cloud.cfg", new RegularFile(attributes, config.content()));
        }
    }

    private static ByteSource text(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
