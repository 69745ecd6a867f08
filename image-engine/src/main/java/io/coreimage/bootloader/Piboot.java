package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The Raspberry Pi's own firmware, which reads {@code config.txt}. */
final class Piboot implements Bootloader {

    private static final String CONFIG = "config.txt";
    private static final String COMMAND_LINE = "cmdline.txt";
    private static final String TREES = "dtbs";
    private static final String BROADCOM_TREES = "dtbs/broadcom";

    @Override
    public BootFiles run(BootSnaps snaps, RunSystem system) {
        throw new RefusedException("cannot start Ubuntu Core 16 or 18 by piboot: it is for Ubuntu Core 20 and later");
    }

    @Override
    public BootFiles recover(BootSnaps snaps, RecoverySystem system) throws IOException {
        SnapFiles content = SnapFiles.of(system.seedContent(), "the gadget's content of the seed partition");
        String kernel = system.directory() + "/kernel";
        FileTree.Builder seed = snaps.newTree();
        addKernel(snaps, seed, kernel);
        add(seed, CONFIG, withPrefix(read(content, CONFIG), "/" + kernel + "/"));
        add(seed, kernel + "/" + COMMAND_LINE, commandLine(read(content, COMMAND_LINE), system));
        UbootEnvironment environment =
                UbootEnvironment.empty(UbootEnvironment.FILE_SIZE, 0).with(system.variables());
        seed.file("piboot/ubuntu/piboot.conf", environment.toBytes());
        return BootFiles.ofSeed(seed.build());
    }

    /** The firmware wants device trees beside the kernel, and takes overlays only where a README is with them. */
    private static void addKernel(BootSnaps snaps, FileTree.Builder seed, String kernel) {
        KernelFiles files = new KernelFiles(snaps, seed);
        files.copyImages(kernel);
        files.copyBelow(files.isDirectory(BROADCOM_TREES) ? BROADCOM_TREES : TREES, kernel);
        String overlays = kernel + "/overlays";
        if (files.isDirectory(BROADCOM_TREES)) {
            files.copyBelow(TREES + "/overlays", overlays);
        }
        seed.directory(overlays);
        seed.put(
                overlays + "/README",
                new RegularFile(FileTree.Attributes.file(snaps.modified()), ByteSource.of(new byte[0])));
    }

    private static String read(SnapFiles content, String path) throws IOException {
        RegularFile file = content.file(path);
        if (file == null) {
            throw new RefusedException(
                    "cannot prepare piboot: the gadget puts no " + path + " on the seed partition",
                    "Add it to the content of the structure with role system-seed.");
        }
        return content.text(path);
    }

    private static String commandLine(String text, RecoverySystem system) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)) + " snapd_recovery_mode=install snapd_recovery_system="
                + system.label() + "\n";
    }

    /** The first os_prefix is ours, further ones become comments. */
    static String withPrefix(String config, String prefix) {
        StringBuilder lines = new StringBuilder();
        boolean set = false;
        for (String each : config.split("\n", -1)) {
            boolean other = each.startsWith("os_prefix=");
            lines.append(other && set ? "# " : "").append(other && !set ? "os_prefix=" + prefix : each);
            lines.append('\n');
            set |= other;
        }
        if (!set) {
            return lines.append("os_prefix=").append(prefix).append('\n').toString();
        }
        return lines.substring(0, lines.length() - 1);
    }

    private static void add(FileTree.Builder seed, String path, String text) {
        seed.file(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
