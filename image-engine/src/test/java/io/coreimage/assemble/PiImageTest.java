package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.disk.DiskWriter;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.seed.OracleCase;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.ForeignTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the firmware of a Raspberry Pi looks for stands where it looks: on the first partition, a FAT that {@code mtools} reads
 * as the firmware does, by the offset of the partition in the image.
 */
class PiImageTest {

    @TempDir
    private Path folder;

    /** One volume of an oracle's case, as {@code mtools} sees its first partition. */
    private final class FirstPartition {

        private final String image;

        FirstPartition(String name) throws IOException {
            OracleImages images =
                    new OracleImages(Foreign.oracle().resolve("scenario"), OracleTrust.at(OracleImages.TIME));
            Path file = folder.resolve(name + ".img");
            DiskWriter.write(
                    images.plan(OracleCase.named(name), folder.resolve("cache"))
                            .volumes()
                            .get(0)
                            .disk(),
                    file);
            assertThat(Foreign.tool("sfdisk").run("-d", file)).contains("label: dos", "type=c");
            image = file + "@@1M";
        }

        String text(String name) {
            return mtools("mtype").run("-i", image, "::" + name);
        }

        /** The names of the files in a folder. */
        List<String> list(String name) {
            return mtools("mdir")
                    .run("-b", "-i", image, "::" + name)
                    .lines()
                    .filter(each -> !each.endsWith("/"))
                    .map(each -> each.substring(each.lastIndexOf('/') + 1))
                    .sorted()
                    .toList();
        }

        private ForeignTool mtools(String name) {
            return Foreign.tool(name).with("MTOOLS_SKIP_CHECK", "1");
        }
    }

    @Test
    void piboot() throws IOException {
        FirstPartition seed = new FirstPartition("uc22-pi-small");
        assertThat(seed.list("/"))
                .containsExactly(
                        "bcm2710-rpi-3-b.dtb",
                        "bcm2711-rpi-4-b.dtb",
                        "bootcode.bin",
                        "cmdline.txt",
                        "config.txt",
                        "start4.elf");
        String folder = "/systems/20261120/kernel/";
        assertThat(seed.text("/config.txt"))
                .contains("kernel=kernel.img\n", "cmdline=cmdline.txt\n", "\nos_prefix=" + folder + "\n");
        assertThat(seed.list(folder))
                .containsExactly(
                        "bcm2710-rpi-3-b.dtb", "bcm2711-rpi-4-b.dtb", "cmdline.txt", "initrd.img", "kernel.img");
        assertThat(seed.text(folder + "cmdline.txt"))
                .startsWith("console=tty1 ")
                .endsWith(" snapd_recovery_mode=install snapd_recovery_system=20261120\n");
        assertThat(seed.list(folder + "overlays")).containsExactly("README", "uart0.dtbo");
        assertThat(seed.text("/piboot/ubuntu/piboot.conf"))
                .contains("snapd_recovery_mode=install\0", "snapd_recovery_system=20261120\0");
    }

    @Test
    void ubootOfASystemWithModes() throws IOException {
        FirstPartition seed = new FirstPartition("uc20-pi-small");
        assertThat(seed.list("/")).contains("bootcode.bin", "cmdline.txt", "config.txt", "start4.elf");
        assertThat(seed.list("/systems/20261120/kernel")).containsExactly("initrd.img", "kernel.img");
        assertThat(seed.list("/systems/20261120/kernel/dtbs/broadcom"))
                .containsExactly("bcm2710-rpi-3-b.dtb", "bcm2711-rpi-4-b.dtb");
        assertThat(seed.text("/uboot/ubuntu/boot.sel"))
                .contains("snapd_recovery_mode=install\0", "snapd_recovery_system=20261120\0");
    }

    @Test
    void ubootOfUbuntuCore18() throws IOException {
        FirstPartition boot = new FirstPartition("uc18-pi-small");
        assertThat(boot.list("/")).contains("bootcode.bin", "cmdline.txt", "config.txt", "start4.elf", "uboot.env");
        assertThat(boot.list("/pi-kernel_33.snap")).containsExactly("initrd.img", "kernel.img");
        assertThat(boot.text("/uboot.env")).contains("snap_core=core18_9.snap\0", "snap_kernel=pi-kernel_33.snap\0");
    }
}
