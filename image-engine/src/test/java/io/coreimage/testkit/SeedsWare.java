package io.coreimage.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A snap on the shelf of the {@link SeedsShop}.
 * @param name its name
 * @param id its id
 * @param version its version
 * @param revision its revision
 * @param type its type
 * @param channel the channel that it is released to
 * @param architecture the machines that it is for
 * @param base its base, or nothing
 * @param look what stands in it besides its name
 */
record SeedsWare(
        String name,
        String id,
        String version,
        int revision,
        String type,
        String channel,
        String architecture,
        String base,
        Look look) {

    private enum Look {
        PLAIN,
        GRUB_16,
        GRUB_20,
        UBOOT_16,
        PIBOOT,
        KERNEL_16,
        KERNEL_20
    }

    private static final String PC = "UqFziVZDHLSyO3TqSWgNBoAdHbLI4dAH";
    private static final String PC_KERNEL = "pYVQrBcKmBa0mZ4CCN7ExT6jH8rY1hza";
    private static final String PI = "YbGa9O3dAXl88YLI6Y1bGG74pwBxZyKg";
    private static final String NETWORK_MANAGER = "RmBXKl6HO6YOC2DE4G2q1JzWImC04EUy";
    private static final String CONSOLE_CONF = "ASctKBEHzVt3f1pbZLoekCvcigRjtuqw";
    private static final String PI_KERNEL = "jeIuP6tfFrvAdic8DMWqHmoaoukAPNbJ";

    static final List<SeedsWare> ALL = List.of(
            plain("snapd", "PMrrV4ml8uWuEUDBT8dSGnKUYbevVhc4", "2.63", 6434, "snapd", ""),
            plain("core", "99T7MUlRhtI3U0QFgl5mXXESAiSwt776", "16-2.61", 8689, "os", ""),
            plain("core18", "CSO04Jhav2yK0uz97cr0ipQRyqg0qQL6", "20200124", 1668, "base", ""),
            plain("core22", "amcUKQILKXHHTlmSa7NMdnXSx02dNeeT", "20240111", 1122, "base", ""),
            plain("core24", "dwTAh7MZZ01zyriOZErqd1JynQLiOGvM", "20240920", 609, "base", ""),
            of("pc", PC, "18-2", 36, "gadget", "18/stable", "amd64", "core18", Look.GRUB_16),
            of("pc", PC, "22-0.3", 146, "gadget", "22/stable", "amd64", "core22", Look.GRUB_20),
            of("pc", PC, "24-0.1", 178, "gadget", "24/stable", "amd64", "core24", Look.GRUB_20),
            of("pc-kernel", PC_KERNEL, "4.15.0-88.88", 399, "kernel", "18/stable", "amd64", "", Look.KERNEL_16),
            of("pc-kernel", PC_KERNEL, "5.15.0-100.110.1", 1668, "kernel", "22/stable", "amd64", "", Look.KERNEL_20),
            of("pc-kernel", PC_KERNEL, "6.8.0-45.45.1", 2003, "kernel", "24/stable", "amd64", "", Look.KERNEL_20),
            of("pi", PI, "18-1", 17, "gadget", "18-pi3/stable", "armhf", "core18", Look.UBOOT_16),
            of("pi", PI, "22-2", 132, "gadget", "22/stable", "arm64", "core22", Look.PIBOOT),
            of("pi-kernel", PI_KERNEL, "4.15.0-1054.58", 73, "kernel", "18-pi3/stable", "armhf", "", Look.KERNEL_16),
            of("pi-kernel", PI_KERNEL, "5.15.0-1046.49", 667, "kernel", "22/stable", "arm64", "", Look.KERNEL_20),
            plain("hello", "mVyGrEwiqSi5PugCwyH7WgpoQLemtTd6", "2.10", 38, "app", ""),
            plain("hello-world", "buPKUD3TKqCOgLEjjHx5kSiCpIs5cMuQ", "6.4", 29, "app", ""),
            plain("network-manager", NETWORK_MANAGER, "1.10.6-4", 417, "app", "core18"),
            of("network-manager", NETWORK_MANAGER, "1.36.6-9", 1000, "app", "22/stable", "all", "core22", Look.PLAIN),
            of("console-conf", CONSOLE_CONF, "24.04.1", 40, "app", "24/stable", "all", "core24", Look.PLAIN),
            plain("rocketchat-server", "b3OxBhgDLLMVyPAuGNqm8fL7Y7qHqQfb", "6.5.4", 1595, "app", ""),
            plain("nextcloud", "njObIbGQEaVx1H4nyWxchk1i8opy4h54", "28.0.2", 39991, "app", ""));

    private static SeedsWare plain(String name, String id, String version, int revision, String type, String base) {
        return of(name, id, version, revision, type, "latest/stable", "all", base, Look.PLAIN);
    }

    private static SeedsWare of(
            String name,
            String id,
            String version,
            int revision,
            String type,
            String channel,
            String architecture,
            String base,
            Look look) {
        return new SeedsWare(name, id, version, revision, type, channel, architecture, base, look);
    }

    static String channels() {
        Map<String, String> byName = new TreeMap<>();
        ALL.forEach(each ->
                byName.merge(each.name, '"' + each.channel + "\": " + each.revision, (one, two) -> one + ", " + two));
        StringBuilder text = new StringBuilder("{");
        byName.forEach((name, channels) ->
                text.append(text.length() > 1 ? ",\n" : "\n").append("  \"" + name + "\": {" + channels + "}"));
        return text.append("\n}\n").toString();
    }

    String fileName() {
        return name + "_" + revision + ".snap";
    }

    Map<String, byte[]> files(String snapdInfo) {
        Map<String, byte[]> files = new TreeMap<>();
        text(files, "meta/snap.yaml", yaml());
        switch (look) {
            case PLAIN -> plain(files, snapdInfo);
            case GRUB_16, GRUB_20 -> grub(files);
            case UBOOT_16, PIBOOT -> pi(files);
            case KERNEL_16, KERNEL_20 -> kernel(files, snapdInfo);
        }
        return files;
    }

    private String yaml() {
        return "name: " + name + "\nversion: '" + version + "'\nsummary: " + name + " in miniature\ndescription: "
                + name
                + "\ntype: " + type + "\narchitectures: [" + architecture
                + "]\nconfinement: strict\ngrade: stable\n"
                + (base.isEmpty() ? "" : "base: " + base + "\n")
                + (type.equals("app") ? "apps:\n  " + name + ":\n    command: bin/run\n" : "");
    }

    private void plain(Map<String, byte[]> files, String snapdInfo) {
        text(files, "bin/run", "#!/bin/sh\necho Hello World!\n");
        if (type.equals("snapd") || type.equals("os")) {
            text(files, "usr/lib/snapd/info", snapdInfo);
        }
    }

    private void grub(Map<String, byte[]> files) {
        boolean seeded = look == Look.GRUB_20;
        text(files, "grub.conf", seeded ? "" : "set default=0\n");
        text(files, "pc-boot.img", "boot code");
        text(files, "grubx64.efi", "boot loader");
        text(
                files,
                "meta/gadget.yaml",
                "volumes:\n  pc:\n    bootloader: grub\n    structure:\n"
                        + "      - {name: mbr, type: mbr, size: 440, content: [{image: pc-boot.img}]}\n"
                        + (seeded
                                ? seedStructures("EF,C12A7328-F81F-11D2-BA4B-00A0C93EC93B")
                                : "      - name: EFI System\n"
                                        + "        type: EF,C12A7328-F81F-11D2-BA4B-00A0C93EC93B\n        filesystem: vfat\n"
                                        + "        filesystem-label: system-boot\n        size: 50M\n        content:\n"
                                        + "          - {source: grubx64.efi, target: EFI/boot/grubx64.efi}\n"));
    }

    private static String seedStructures(String seedType) {
        String linux = "83,0FC63DAF-8483-4772-8E79-3D69D8477DE4";
        return "      - {name: ubuntu-seed, role: system-seed, filesystem: vfat, type: '" + seedType
                + "', size: 64M}\n      - {name: ubuntu-boot, role: system-boot, filesystem: ext4, type: '" + linux
                + "', size: 32M}\n      - {name: ubuntu-save, role: system-save, filesystem: ext4, type: '" + linux
                + "', size: 16M}\n      - {name: ubuntu-data, role: system-data, filesystem: ext4, type: '" + linux
                + "', size: 64M}\n";
    }

    private void pi(Map<String, byte[]> files) {
        boolean seeded = look == Look.PIBOOT;
        text(files, "boot-assets/config.txt", "[all]\nkernel=kernel.img\ncmdline=cmdline.txt\n");
        text(files, "boot-assets/cmdline.txt", "console=tty1\n");
        files.put(seeded ? "piboot.conf" : "uboot.conf", seeded ? new byte[0] : environment());
        text(
                files,
                "meta/gadget.yaml",
                "volumes:\n  pi:\n    schema: mbr\n    bootloader: "
                        + (seeded ? "piboot" : "u-boot") + "\n    structure:\n"
                        + (seeded
                                ? "      - name: ubuntu-seed\n        role: system-seed\n        filesystem: vfat\n"
                                        + "        type: 0C\n        size: 128M\n        content:\n"
                                        + "          - {source: boot-assets/, target: /}\n"
                                        + "      - {name: ubuntu-boot, role: system-boot, filesystem: vfat, type: 0C, size: 64M}\n"
                                        + "      - {name: ubuntu-data, role: system-data, filesystem: ext4, type: '83,"
                                        + "0FC63DAF-8483-4772-8E79-3D69D8477DE4', size: 64M}\n"
                                : "      - type: 0C\n        filesystem: vfat\n        filesystem-label: system-boot\n"
                                        + "        size: 64M\n        content:\n"
                                        + "          - {source: boot-assets/, target: /}\n"));
    }

    /** U-Boot's environment: a checksum, a flag, and variables with a zero after each. */
    private static byte[] environment() {
        byte[] data = Arrays.copyOf(
                "snap_mode=\0snap_core=\0snap_kernel=\0\0".getBytes(StandardCharsets.US_ASCII), 131072 - 5);
        CRC32 checksum = new CRC32();
        checksum.update(data);
        return ByteBuffer.allocate(131072)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .put((byte) 1)
                .put(data)
                .array();
    }

    private void kernel(Map<String, byte[]> files, String snapdInfo) {
        boolean efi = look == Look.KERNEL_20 && architecture.equals("amd64");
        text(files, efi ? "kernel.efi" : "kernel.img", "kernel " + version);
        if (!efi) {
            text(files, "initrd.img", "initrd " + version);
        }
        if (look == Look.KERNEL_20) {
            text(files, "snapd-info", snapdInfo);
            text(files, "dtbs/broadcom/bcm2711-rpi-4-b.dtb", "device tree");
            text(files, "dtbs/overlays/uart0.dtbo", "overlay");
        }
    }

    private static void text(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
