package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.gadget.SnapFiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** GRUB. The signed one looks for its menu and its environment in {@code EFI/ubuntu}. */
final class Grub implements Bootloader {

    private static final String FOLDER = "EFI/ubuntu";
    private static final String CONFIG = FOLDER + "/grub.cfg";
    private static final String ENVIRONMENT = FOLDER + "/grubenv";
    private static final String SOURCE = "grub.conf";
    private static final String EXTRACT = "meta/force-kernel-extraction";

    /** GRUB reads the kernel out of the snap itself, unless the kernel snap asks for something else. */
    @Override
    public BootFiles run(BootSnaps snaps, RunSystem system) throws IOException {
        SnapFiles gadget = snaps.gadgetFiles();
        FileTree.Builder boot = snaps.newTree();
        Attributes attributes = Attributes.of(GadgetFile.mode(gadget, SOURCE), snaps.modified());
        boot.add(CONFIG, new RegularFile(attributes, ByteSource.of(GadgetFile.read(gadget, SOURCE))));
        boot.file(ENVIRONMENT, new GrubEnvironment(system.variables()).toBytes());
        if (snaps.kernelFiles().find(EXTRACT) != null) {
            new KernelFiles(snaps, boot).copyAll(FOLDER + "/" + system.kernel());
        }
        return BootFiles.ofBoot(boot.build());
    }

    @Override
    public BootFiles recover(BootSnaps snaps, RecoverySystem system) throws IOException {
        CommandLine line = CommandLine.of(snaps, system.dangerous());
        FileTree.Builder seed = snaps.newTree();
        seed.file(CONFIG, RecoveryMenu.bytes());
        seed.file(ENVIRONMENT, new GrubEnvironment(system.variables()).toBytes());
        seed.file(system.directory() + "/grubenv", new GrubEnvironment(perSystem(system, line)).toBytes());
        return BootFiles.ofSeed(seed.build()).withWarnings(line.warnings());
    }

    /** The whole line is always given, so that the menu's own words never matter; a blank stands for none. */
    private static Map<String, String> perSystem(RecoverySystem system, CommandLine line) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("snapd_recovery_kernel", system.kernel());
        variables.put("snapd_extra_cmdline_args", "");
        variables.put("snapd_full_cmdline_args", line.text().isEmpty() ? " " : line.text());
        return variables;
    }
}
