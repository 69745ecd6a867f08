package io.coreimage.bootloader;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Little Kernel, which starts images from partitions that it finds by name: what we make takes the place of the
 * gadget's images of the same names.
 */
final class LittleKernel implements Bootloader {

    private static final String TEMPLATE = "lk.conf";
    private static final String RUN_ENVIRONMENT = "snapbootsel.bin";
    private static final String RECOVERY_ENVIRONMENT = "snaprecoverysel.bin";

    @Override
    public BootFiles run(BootSnaps snaps, RunSystem system) throws IOException {
        LkEnvironment environment = template(snaps, LkLayout.V1);
        String current = environment.get("snap_kernel");
        environment.setImage(system.kernel(), value -> !current.isEmpty() && value.equals(current));
        environment.set(system.variables());
        return files(snaps, environment, RUN_ENVIRONMENT, List.of(), true);
    }

    @Override
    public BootFiles recover(BootSnaps snaps, RecoverySystem system) throws IOException {
        LkEnvironment environment = template(snaps, LkLayout.V2_RECOVERY);
        environment.set(system.variables());
        environment.setImage(system.label(), value -> !value.isEmpty());
        List<String> warnings = system.bootFlags().isEmpty()
                ? List.of()
                : List.of("lk has no place for boot flags; " + String.join(",", system.bootFlags()) + " has no effect");
        return files(snaps, environment, RECOVERY_ENVIRONMENT, warnings, false);
    }

    private static LkEnvironment template(BootSnaps snaps, LkLayout layout) throws IOException {
        try {
            return LkEnvironment.parse(layout, GadgetFile.read(snaps.gadgetFiles(), TEMPLATE));
        } catch (MalformedException ex) {
            throw new RefusedException("cannot use lk.conf of the gadget: " + ex.getMessage(), null, ex);
        }
    }

    private static BootFiles files(
            BootSnaps snaps, LkEnvironment environment, String name, List<String> warnings, boolean run) {
        Map<String, ByteSource> images = new LinkedHashMap<>();
        images.put(name, ByteSource.of(environment.toBytes()));
        String image = environment.imageName();
        RegularFile kernel = snaps.kernelFiles().file(image);
        if (kernel == null || image.contains("/")) {
            throw new RefusedException(
                    "cannot prepare lk: the kernel snap has no \"" + image + "\"",
                    "Is this the kernel that belongs to the gadget?");
        }
        images.put(image, kernel.content());
        FileTree.Builder seed = snaps.newTree();
        images.forEach((each, bytes) -> seed.file("boot/lk/" + each, bytes));
        return new BootFiles(FileTree.empty(), run ? FileTree.empty() : seed.build(), images, null, warnings);
    }
}
