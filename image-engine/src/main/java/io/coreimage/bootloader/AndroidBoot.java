package io.coreimage.bootloader;

import io.coreimage.bytes.FileTree;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Android's boot loader, with a text file as environment. */
final class AndroidBoot implements Bootloader {

    private static final String MARKER = "androidboot.conf";

    @Override
    public BootFiles run(BootSnaps snaps, RunSystem system) throws IOException {
        SnapFiles gadget = snaps.gadgetFiles();
        Map<String, String> variables = new TreeMap<>();
        new String(GadgetFile.read(gadget, MARKER), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.indexOf('=') > 0)
                .forEach(line ->
                        variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        variables.putAll(system.variables());
        StringBuilder text = new StringBuilder();
        variables.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        FileTree.Builder boot = snaps.newTree();
        boot.file("androidboot.env", text.toString().getBytes(StandardCharsets.UTF_8));
        return BootFiles.ofBoot(boot.build());
    }

    @Override
    public BootFiles recover(BootSnaps snaps, RecoverySystem system) {
        throw new RefusedException(
                "cannot start Ubuntu Core 20 or later by android-boot: it knows no recovery systems",
                "Use a gadget with another boot loader, such as lk.");
    }
}
