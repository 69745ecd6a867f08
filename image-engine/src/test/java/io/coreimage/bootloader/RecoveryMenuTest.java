package io.coreimage.bootloader;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.snap.Architecture;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the device and we both have to know about the menu. */
class RecoveryMenuTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstLineSaysTheEdition() throws IOException {
        assertThat(text()).startsWith("# Snapd-Boot-Config-Edition: " + RecoveryMenu.EDITION + "\n");
    }

    @Test
    void theMenuHasTheWordsThatSystemsGet() throws IOException {
        for (Architecture each : new Architecture[] {Architecture.AMD64, Architecture.I386, Architecture.ARM64}) {
            String words =
                    CommandLine.of(new TestSnaps().on(each).snaps(), false).text();
            assertThat(text()).contains("set ci_static=\"" + words + "\"\n");
        }
    }

    @Test
    void onlyTwoVariablesComeFromTheEnvironment() throws IOException {
        assertThat(text().lines().filter(each -> each.contains("load_env")).map(String::trim))
                .containsExactly(
                        "load_env --file /EFI/ubuntu/grubenv snapd_recovery_mode snapd_recovery_system",
                        "load_env --file \"/systems/$ci_label/grubenv\" snapd_recovery_kernel"
                                + " snapd_extra_cmdline_args snapd_full_cmdline_args");
    }

    @Test
    void grubUnderstandsIt() throws IOException {
        Path file = Files.write(folder.resolve("grub.cfg"), RecoveryMenu.bytes());
        Foreign.tool("grub-script-check").run(file.toString());
    }

    private static String text() throws IOException {
        return new String(RecoveryMenu.bytes(), StandardCharsets.UTF_8);
    }
}
