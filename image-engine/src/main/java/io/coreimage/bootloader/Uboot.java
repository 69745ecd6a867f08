package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;

/** U-Boot with its environment in a file. */
final class Uboot implements Bootloader {

    private static final String MARKER = "uboot.conf";
    private static final String RUN_ENVIRONMENT = "uboot.env";
    private static final String RECOVERY_ENVIRONMENT = "boot.sel";

    @Override
    public BootFiles run(BootSnaps snaps, RunSystem system) throws IOException {
        SnapFiles gadget = snaps.gadgetFiles();
        FileTree.Builder boot = snaps.newTree();
        byte[] environment = runEnvironment(gadget).with(system.variables()).toBytes();
        Attributes attributes = Attributes.of(GadgetFile.mode(gadget, MARKER), snaps.modified());
        boot.add(RUN_ENVIRONMENT, new RegularFile(attributes, ByteSource.of(environment)));
        new KernelFiles(snaps, boot).copyAll(system.kernel());
        return BootFiles.ofBoot(boot.build());
    }

    /** The marker is the environment to start from, unless it is empty. */
    private static UbootEnvironment runEnvironment(SnapFiles gadget) throws IOException {
        byte[] given = GadgetFile.read(gadget, MARKER);
        if (given.length == 0) {
            return empty(gadget, RUN_ENVIRONMENT);
        }
        try {
            UbootEnvironment environment = UbootEnvironment.parse(given);
            return environment.flag() == null ? environment : environment.withFlag(0);
        } catch (MalformedException ex) {
            throw new RefusedException("cannot use uboot.conf of the gadget: " + ex.getMessage(), null, ex);
        }
    }

    @Override
    public BootFiles recover(BootSnaps snaps, RecoverySystem system) throws IOException {
        SnapFiles gadget = snaps.gadgetFiles();
        if (GadgetFile.read(gadget, MARKER).length > 0) {
            throw new RefusedException(
                    "cannot use uboot.conf of the gadget: since Ubuntu Core 20 it must be empty",
                    "The environment is made at build, in uboot/ubuntu/boot.sel.");
        }
        FileTree.Builder seed = snaps.newTree();
        UbootEnvironment environment = empty(gadget, RECOVERY_ENVIRONMENT).with(system.variables());
        seed.file("uboot/ubuntu/" + RECOVERY_ENVIRONMENT, environment.toBytes());
        new KernelFiles(snaps, seed).copyAll(system.directory() + "/kernel");
        return BootFiles.ofSeed(seed.build());
    }

    /** A sample in the gadget tells whether its U-Boot writes a flag; without one it does. */
    private static UbootEnvironment empty(SnapFiles gadget, String sample) throws IOException {
        Integer flag = 0;
        try {
            byte[] bytes = GadgetFile.read(gadget, sample);
            flag = bytes.length > 0 && UbootEnvironment.parse(bytes).flag() == null ? null : flag;
        } catch (MalformedException ex) {
            // No sample then: gadgets ship anything under this name.
        }
        return UbootEnvironment.empty(UbootEnvironment.FILE_SIZE, flag);
    }
}
