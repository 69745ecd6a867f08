package io.coreimage.bootloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.gadget.GadgetLayout;
import io.coreimage.gadget.LaidOutStructure;
import io.coreimage.gadget.Role;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BootloadersTest {

    private static final RunSystem RUN = new RunSystem("Device", "core18_1.snap", "kernel_2.snap");
    private static final RecoverySystem RECOVERY = RecoverySystems.of("20240115");
    private static final String BOOT_STATE = """
            volumes:
              pc:
                bootloader: u-boot
                structure:
                  - {name: state, role: system-boot-state, offset: 2M, size: 1M, type: 3DE21764-95BD-54BD-A5C3-4ABE786F38A8}
            """;

    @Test
    void aGadgetWithoutAMarkerIsRefused() {
        assertThatThrownBy(() -> Bootloaders.run(new TestSnaps().snaps(), RUN))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot find the gadget's boot loader: the gadget snap has none of uboot.conf, grub.conf,"
                        + " androidboot.conf, lk.conf, piboot.conf");
    }

    @Test
    void theFirstMarkerCounts() throws Exception {
        TestSnaps snaps = new TestSnaps().gadget("grub.conf", "menu").gadget("uboot.conf", "");
        assertThat(TestSnaps.paths(Bootloaders.run(snaps.snaps(), RUN).boot()))
                .containsExactly("kernel_2.snap/", "uboot.env");
    }

    @Test
    void grubReadsTheKernelOutOfTheSnap() throws Exception {
        TestSnaps snaps = new TestSnaps().gadget("grub.conf", "menu").kernel("kernel.img", "k");
        FileTree boot = Bootloaders.run(snaps.snaps(), RUN).boot();
        assertThat(TestSnaps.paths(boot))
                .containsExactly("EFI/", "EFI/ubuntu/", "EFI/ubuntu/grub.cfg", "EFI/ubuntu/grubenv");
        assertThat(TestSnaps.text(boot, "EFI/ubuntu/grub.cfg")).isEqualTo("menu");
    }

    @Test
    void aKernelSnapCanAskToBeTakenOut() throws Exception {
        TestSnaps snaps = new TestSnaps()
                .gadget("grub.conf", "")
                .kernel("meta/force-kernel-extraction", "")
                .kernel("kernel.img-5", "kernel")
                .link("kernel.img", "kernel.img-5")
                .kernel("initrd.img", "initrd")
                .kernel("dtbs/a/b.dtb", "tree")
                .kernel("modules/x", "not this");
        FileTree boot = Bootloaders.run(snaps.snaps(), RUN).boot();
        assertThat(TestSnaps.paths(boot))
                .contains("EFI/ubuntu/kernel_2.snap/dtbs/a/b.dtb", "EFI/ubuntu/kernel_2.snap/initrd.img")
                .noneMatch(each -> each.contains("modules"));
        assertThat(TestSnaps.text(boot, "EFI/ubuntu/kernel_2.snap/kernel.img")).isEqualTo("kernel");
    }

    @Test
    void theGadgetsFilesCoverOursOnTheBootPartitionAndOursCoverItsOnTheSeed() throws Exception {
        FileTree content = FileTree.builder(Attributes.directory(TestSnaps.TIME))
                .file("EFI/ubuntu/grub.cfg", "gadget".getBytes(StandardCharsets.UTF_8))
                .file("EFI/boot/grubx64.efi", new byte[1])
                .build();
        BootSnaps snaps = new TestSnaps().gadget("grub.conf", "conf").snaps();
        FileTree boot = Bootloaders.run(snaps, RUN).bootPartition(content);
        FileTree seed = Bootloaders.recover(snaps, RECOVERY).seedPartition(content);
        assertThat(TestSnaps.text(boot, "EFI/ubuntu/grub.cfg")).isEqualTo("gadget");
        assertThat(TestSnaps.paths(boot)).contains("EFI/ubuntu/grubenv", "EFI/boot/grubx64.efi");
        assertThat(TestSnaps.text(seed, "EFI/ubuntu/grub.cfg")).startsWith("# Snapd-Boot-Config-Edition: 2\n");
        assertThat(TestSnaps.paths(seed)).contains("EFI/boot/grubx64.efi", "systems/20240115/grubenv");
    }

    @Test
    void anEmptyCommandLineIsABlank() throws Exception {
        BootSnaps snaps = new TestSnaps()
                .gadget("grub.conf", "")
                .gadget("cmdline.full", "")
                .snaps();
        byte[] block = TestSnaps.bytes(Bootloaders.recover(snaps, RECOVERY).seed(), "systems/20240115/grubenv");
        assertThat(GrubEnvironment.parse(block).variables())
                .isEqualTo(Map.of(
                        "snapd_recovery_kernel", "/snaps/kernel_1.snap",
                        "snapd_extra_cmdline_args", "",
                        "snapd_full_cmdline_args", " "));
    }

    @Test
    void ubootTakesTheFlagFromASample() throws Exception {
        byte[] plain = UbootEnvironment.empty(128, null).toBytes();
        TestSnaps snaps = new TestSnaps()
                .gadget("uboot.conf", "")
                .gadget("boot.sel", plain)
                .kernel("kernel.img", "k");
        FileTree seed = Bootloaders.recover(snaps.snaps(), RECOVERY).seed();
        UbootEnvironment environment = UbootEnvironment.parse(TestSnaps.bytes(seed, "uboot/ubuntu/boot.sel"));
        assertThat(environment.flag()).isNull();
        assertThat(environment.size()).isEqualTo(4096);
        assertThat(TestSnaps.paths(seed)).contains("systems/20240115/kernel/kernel.img");
    }

    @Test
    void sinceUbuntuCore20UbootsMarkerIsEmpty() {
        BootSnaps snaps = new TestSnaps().gadget("uboot.conf", "x").snaps();
        assertThatThrownBy(() -> Bootloaders.recover(snaps, RECOVERY))
                .hasMessage("cannot use uboot.conf of the gadget: since Ubuntu Core 20 it must be empty");
        assertThatThrownBy(() -> Bootloaders.run(snaps, RUN))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use uboot.conf of the gadget: malformed u-boot environment at offset 0: it has 1"
                        + " bytes");
    }

    @Test
    void ubootsEnvironmentCanHaveAPartition() throws Exception {
        BootSnaps snaps =
                new TestSnaps().onlyYaml(BOOT_STATE).kernel("kernel.img", "k").snaps();
        BootFiles files = Bootloaders.recover(snaps, RECOVERY);
        byte[] state = Objects.requireNonNull(files.bootState()).readAll();
        assertThat(RedundantEnvironment.parse(state).active().variables()).isEqualTo(RECOVERY.variables());
        assertThat(TestSnaps.paths(files.seed())).contains("systems/20240115/kernel/kernel.img");
        assertThatThrownBy(() -> Bootloaders.run(snaps, RUN)).isInstanceOf(RefusedException.class);
        BootSnaps sampled = new TestSnaps()
                .onlyYaml(BOOT_STATE)
                .gadget("ubootpart.sel", "x")
                .snaps();
        assertThatThrownBy(() -> Bootloaders.recover(sampled, RECOVERY))
                .hasMessage("cannot use ubootpart.sel of the gadget: it does not hold two copies of 8192 bytes");
    }

    @Test
    void pibootSetsThePrefixOfTheSystem() throws Exception {
        FileTree content = FileTree.builder(Attributes.directory(TestSnaps.TIME))
                .file("config.txt", "[all]\nkernel=kernel.img\n".getBytes(StandardCharsets.UTF_8))
                .file("cmdline.txt", "console=tty1\nsecond\n".getBytes(StandardCharsets.UTF_8))
                .build();
        TestSnaps snaps = new TestSnaps()
                .gadget("piboot.conf", "")
                .kernel("kernel.img", "k")
                .kernel("dtbs/bcm.dtb", "d")
                .kernel("dtbs/overlays/uart.dtbo", "o");
        RecoverySystem system = new RecoverySystem("20240115", "/snaps/k.snap", List.of(), false, content);
        FileTree seed = Bootloaders.recover(snaps.snaps(), system).seed();
        String kernel = "systems/20240115/kernel/";
        assertThat(TestSnaps.text(seed, "config.txt"))
                .isEqualTo("[all]\nkernel=kernel.img\n\nos_prefix=/systems/20240115/kernel/\n");
        assertThat(TestSnaps.text(seed, kernel + "cmdline.txt"))
                .isEqualTo("console=tty1 snapd_recovery_mode=install snapd_recovery_system=20240115\n");
        assertThat(TestSnaps.paths(seed))
                .contains(
                        kernel + "bcm.dtb",
                        kernel + "overlays/uart.dtbo",
                        kernel + "overlays/README",
                        "piboot/ubuntu/piboot.conf");
        assertThatThrownBy(() -> Bootloaders.recover(snaps.snaps(), RECOVERY))
                .hasMessage("cannot prepare piboot: the gadget puts no config.txt on the seed partition");
    }

    @Test
    void onlyTheFirstPrefixStays() {
        assertThat(Piboot.withPrefix("os_prefix=a\nx\nos_prefix=b", "/p/"))
                .isEqualTo("os_prefix=/p/\nx\n# os_prefix=b");
    }

    @Test
    void lkPutsItsEnvironmentAndTheKernelIntoImages() throws Exception {
        byte[] template = LkTemplates.of(LkLayout.V1, "boot_a", "boot_b");
        TestSnaps snaps = new TestSnaps().gadget("lk.conf", template).kernel("boot.img", "linux");
        BootFiles files = Bootloaders.run(snaps.snaps(), RUN);
        assertThat(files.images()).containsOnlyKeys("snapbootsel.bin", "boot.img");
        byte[] environment =
                Objects.requireNonNull(files.images().get("snapbootsel.bin")).readAll();
        assertThat(LkEnvironment.parse(LkLayout.V1, environment).get("snap_kernel"))
                .isEqualTo("kernel_2.snap");
        assertThat(files.boot()).isEqualTo(FileTree.empty());
    }

    @Test
    void lkOfARecoverySystemHasNoPlaceForFlags() throws Exception {
        byte[] template = LkTemplates.of(LkLayout.V2_RECOVERY, "recov_a");
        TestSnaps snaps = new TestSnaps().gadget("lk.conf", template).kernel("boot.img", "linux");
        BootFiles files = Bootloaders.recover(snaps.snaps(), RecoverySystems.of("20240115", "factory"));
        assertThat(files.images()).containsOnlyKeys("snaprecoverysel.bin", "boot.img");
        assertThat(TestSnaps.paths(files.seed())).contains("boot/lk/boot.img", "boot/lk/snaprecoverysel.bin");
        assertThat(files.warnings()).containsExactly("lk has no place for boot flags; factory has no effect");
    }

    @Test
    void lkNeedsItsTemplateAndItsKernel() {
        byte[] template = LkTemplates.of(LkLayout.V1, "boot_a");
        byte[] broken = Arrays.copyOf(template, 100);
        assertThatThrownBy(() -> Bootloaders.run(
                        new TestSnaps().gadget("lk.conf", broken).snaps(), RUN))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot use lk.conf of the gadget: ");
        assertThatThrownBy(() -> Bootloaders.run(
                        new TestSnaps().gadget("lk.conf", template).snaps(), RUN))
                .hasMessage("cannot prepare lk: the kernel snap has no \"boot.img\"");
    }

    @Test
    void androidBootHasATextFile() throws Exception {
        BootSnaps snaps = new TestSnaps().gadget("androidboot.conf", "a=1\n").snaps();
        assertThat(TestSnaps.text(Bootloaders.run(snaps, RUN).boot(), "androidboot.env"))
                .isEqualTo("a=1\nsnap_core=core18_1.snap\nsnap_kernel=kernel_2.snap\nsnap_menuentry=Device\n"
                        + "snap_mode=\nsnap_try_core=\nsnap_try_kernel=\n");
        assertThatThrownBy(() -> Bootloaders.recover(snaps, RECOVERY)).isInstanceOf(RefusedException.class);
    }

    @Test
    void everythingFindsItsPlaceInTheLayout() throws Exception {
        TestSnaps lk = new TestSnaps()
                .onlyYaml("""
                        volumes:
                          board:
                            bootloader: lk
                            structure:
                              - {name: boot_a, type: bare, size: 1M, content: [{image: boot.img}]}
                              - {name: snapbootsel, type: bare, size: 1M, content: [{image: snapbootsel.bin}]}
                        """)
                .gadget("lk.conf", LkTemplates.of(LkLayout.V1, "boot_a"))
                .gadget("boot.img", "placeholder")
                .gadget("snapbootsel.bin", "placeholder")
                .kernel("boot.img", "linux");
        GadgetLayout applied =
                layout(lk.snaps()).withImages(Bootloaders.run(lk.snaps(), RUN).images());
        List<LaidOutStructure> structures = applied.volumes().get(0).structures();
        assertThat(structures.get(0).images().get(0).bytes().readAll())
                .asString()
                .isEqualTo("linux");
        assertThat(structures.get(1).images().get(0).room()).isEqualTo(Size.ofBytes(14_860));

        BootSnaps state = new TestSnaps().onlyYaml(BOOT_STATE).snaps();
        ByteSource bytes =
                Objects.requireNonNull(Bootloaders.recover(state, RECOVERY).bootState());
        assertThat(layout(state)
                        .withBootState(bytes)
                        .get(Role.SYSTEM_BOOT_STATE)
                        .images()
                        .get(0)
                        .room())
                .isEqualTo(Size.ofBytes(16_384));
    }

    private static GadgetLayout layout(BootSnaps snaps) throws IOException {
        return GadgetLayout.of(snaps.gadget(), snaps.gadgetSnap(), snaps.kernelSnap(), TestSnaps.TIME);
    }

    @Test
    void withoutABootPartitionThereIsNoPlace() {
        BootSnaps snaps = new TestSnaps()
                .onlyYaml("volumes: {pc: {bootloader: grub}}\n")
                .gadget("grub.conf", "")
                .snaps();
        assertThatThrownBy(() -> Bootloaders.run(snaps, RUN))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot place the boot loader's files: no structure of the gadget with a file system has"
                        + " role system-boot");
    }

    @Test
    void aFlagThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> RecoverySystems.of("20240115", "fast"))
                .hasMessage("cannot set boot flag \"fast\": Ubuntu Core knows no such flag");
    }
}
