package io.coreimage.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Debian's kernel in QEMU with nothing but busybox, for file systems that this machine's own kernel does not know.
 *
 * <p>The disks are {@code /dev/vdb}, {@code /dev/vdc} and so on; what is written to them is in their images afterwards.
 * The kernel's package lies in the oracle's folder: where nobody built that, the test is skipped.
 */
public final class EmulatedKernel {

    /** In the order in which they need each other. */
    private static final List<String> MODULES = List.of(
            "drivers/virtio/virtio_ring",
            "drivers/virtio/virtio",
            "drivers/virtio/virtio_pci_legacy_dev",
            "drivers/virtio/virtio_pci_modern_dev",
            "drivers/virtio/virtio_pci",
            "drivers/block/virtio_blk",
            "fs/nls/nls_cp437",
            "fs/nls/nls_ascii",
            "fs/nls/nls_utf8",
            "fs/nls/nls_iso8859-1",
            "fs/fat/fat",
            "fs/fat/vfat");

    private static final int REPORT_SIZE = 16 << 20;

    private final Path folder;
    private final Path system;
    private final ForeignTool busybox;
    private final ForeignTool machine;
    private final List<Object> disks = new ArrayList<>();

    private EmulatedKernel(Path folder, ForeignTool busybox, ForeignTool machine) throws IOException {
        this.folder = folder;
        this.system = Files.createDirectory(folder.resolve("system"));
        this.busybox = busybox;
        this.machine = machine;
        addDisk(Files.write(folder.resolve("report"), new byte[REPORT_SIZE]), 512);
    }

    /** Return a machine that keeps its files in a folder, or skip the test where there is no kernel for it. */
    public static EmulatedKernel in(Path folder) throws IOException {
        Path packages = Foreign.oracle().resolve("boot/debs");
        List<Path> kernels = kernels(packages);
        Foreign.requireMachine("kernel to emulate", !kernels.isEmpty());
        EmulatedKernel kernel = new EmulatedKernel(folder, Foreign.tool("busybox"), Foreign.tool("qemu-system-x86_64"));
        kernel.unpack(kernels.get(0));
        return kernel;
    }

    private void unpack(Path kernel) throws IOException {
        String modules = MODULES.stream()
                .map(each -> " './lib/modules/*/kernel/" + each + ".ko'")
                .collect(Collectors.joining());
        Foreign.tool("sh")
                .in(Files.createDirectory(folder.resolve("package")))
                .run(
                        "-c",
                        "dpkg-deb --fsys-tarfile '" + kernel + "' | tar -x --wildcards './boot/vmlinuz-*'" + modules);
    }

    private static List<Path> kernels(Path packages) throws IOException {
        if (!Files.isDirectory(packages)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(packages)) {
            return all.filter(each -> each.getFileName().toString().startsWith("linux-image-"))
                    .sorted()
                    .toList();
        }
    }

    /** Add a disk with sectors of the given size. */
    public EmulatedKernel addDisk(Path image, int sectorSize) {
        String id = "disk" + disks.size();
        disks.addAll(List.of("-drive", "if=none,format=raw,cache=unsafe,id=" + id + ",file=" + image, "-device"));
        disks.add("virtio-blk-pci,drive=" + id + ",logical_block_size=" + sectorSize + ",physical_block_size="
                + sectorSize);
        return this;
    }

    /** Start the machine, run a script of busybox's shell as root and return what it said. */
    public String run(String script) throws IOException {
        Path kernel = only(folder.resolve("package/boot"), "vmlinuz-");
        Path initrd = initrd(script);
        List<Object> arguments = new ArrayList<>(List.of("-machine", "q35", "-accel", "tcg", "-m", "512"));
        arguments.addAll(List.of("-display", "none", "-nic", "none", "-monitor", "none", "-no-reboot"));
        arguments.addAll(List.of("-kernel", kernel, "-initrd", initrd, "-append", "console=ttyS0 quiet panic=-1"));
        arguments.addAll(List.of("-serial", "file:" + folder.resolve("serial")));
        arguments.addAll(disks);
        machine.run(arguments.toArray());
        String said = new String(Files.readAllBytes(folder.resolve("report")), StandardCharsets.UTF_8);
        int end = said.indexOf("END\n");
        if (end < 0) {
            throw new AssertionError(
                    "the machine did not come to its end: " + Files.readString(folder.resolve("serial")));
        }
        return said.substring(0, end);
    }

    private Path initrd(String script) throws IOException {
        Path modules = only(folder.resolve("package/lib/modules"), "").resolve("kernel");
        StringBuilder start = new StringBuilder("#!/bin/busybox sh\nset -u\n/bin/busybox --install -s /bin\n");
        start.append("mount -t devtmpfs dev /dev\nmount -t proc proc /proc\n");
        for (String each : MODULES) {
            String name = each.substring(each.lastIndexOf('/') + 1) + ".ko";
            Files.copy(modules.resolve(each + ".ko"), system.resolve(name));
            start.append("insmod /").append(name).append('\n');
        }
        start.append("sh /script > /said 2>&1\necho END >> /said\ncat /said > /dev/vda\nsync\npoweroff -f\n");
        Files.writeString(system.resolve("init"), start).toFile().setExecutable(true);
        Files.writeString(system.resolve("script"), script);
        for (String each : List.of("bin", "dev", "proc", "mnt")) {
            Files.createDirectory(system.resolve(each));
        }
        Files.copy(busybox.program(), system.resolve("bin/busybox"));
        Path initrd = folder.resolve("initrd");
        Foreign.tool("sh")
                .in(system)
                .run("-c", "find . | " + busybox.program() + " cpio -o -H newc > '" + initrd + "'");
        return initrd;
    }

    private static Path only(Path folder, String start) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
