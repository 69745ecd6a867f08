package io.coreimage.bootloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String AMD64 = "console=ttyS0 console=tty1 panic=-1";

    @ParameterizedTest
    @CsvSource({"amd64, " + AMD64, "i386, " + AMD64, "arm64, panic=-1", "armhf, ''", "riscv64, ''"})
    void eachArchitectureStartsWithItsOwnWords(String architecture, String words) throws IOException {
        assertThat(CommandLine.of(
                                new TestSnaps()
                                        .on(new Architecture(architecture))
                                        .snaps(),
                                false)
                        .text())
                .isEqualTo(words);
    }

    @Test
    void aGadgetAddsWords() throws IOException {
        assertThat(line(new TestSnaps().gadget("cmdline.extra", "# a comment\nquiet  splash\n\nx=\"b c\"\n")))
                .isEqualTo(AMD64 + " quiet splash x=\"b c\"");
    }

    @Test
    void aGadgetGivesAllWords() throws IOException {
        assertThat(line(new TestSnaps().gadget("cmdline.full", "ro\n"))).isEqualTo("ro");
        assertThat(line(new TestSnaps().gadget("cmdline.full", ""))).isEmpty();
    }

    @Test
    void gadgetYamlAddsAndTakesOutAndCountsMoreThanTheFiles() throws IOException {
        TestSnaps snaps = new TestSnaps()
                .gadget("cmdline.extra", "ignored")
                .yaml("kernel-cmdline: {remove: ['console=*'], append: [console=tty0], allow: [x]}\n");
        assertThat(line(snaps)).isEqualTo("panic=-1 console=tty0");
    }

    @Test
    void onlyWhatIsMeantIsTakenOut() throws IOException {
        TestSnaps snaps = new TestSnaps().yaml("kernel-cmdline: {remove: [console=tty1, panic]}\n");
        assertThat(line(snaps)).isEqualTo("console=ttyS0 panic=-1");
    }

    @Test
    void defaultsAppendWords() throws IOException {
        TestSnaps snaps = new TestSnaps().yaml("defaults: {system: {system.kernel.cmdline-append: a=1  b}}\n");
        assertThat(line(snaps)).isEqualTo(AMD64 + " a=1 b");
    }

    @Test
    void dangerousWordsNeedADangerousModel() throws IOException {
        BootSnaps snaps = new TestSnaps()
                .yaml("defaults: {system: {system: {kernel: {cmdline-append: a, dangerous-cmdline-append: b}}}}\n")
                .snaps();
        CommandLine dangerous = CommandLine.of(snaps, true);
        CommandLine signed = CommandLine.of(snaps, false);
        assertThat(dangerous.text()).isEqualTo(AMD64 + " a b");
        assertThat(dangerous.warnings()).isEmpty();
        assertThat(signed.text()).isEqualTo(AMD64);
        assertThat(signed.warnings())
                .containsExactly("the gadget's default system.kernel.dangerous-cmdline-append is for models of grade"
                        + " dangerous; no default is appended to the kernel's command line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root=/dev/sda1", "nfsroot=x", "init=/bin/sh", "snapd_recovery_mode=run", "snapd.x"})
    void someWordsBelongToTheSystem(String word) {
        assertThatThrownBy(() -> line(new TestSnaps().gadget("cmdline.extra", "ok " + word)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot use kernel argument \"" + word + "\" of the gadget: ");
        assertThatThrownBy(() -> line(new TestSnaps().yaml("kernel-cmdline: {append: ['" + word + "']}\n")))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapd.debug=1", "snapd_system_disk=/dev/vda", "rootdelay=3", "initcall_debug"})
    void othersOnlyLookLikeThat(String word) throws IOException {
        assertThat(line(new TestSnaps().gadget("cmdline.extra", word))).isEqualTo(AMD64 + " " + word);
    }

    @Test
    void aCommentNeedsItsOwnLine() {
        assertThatThrownBy(() -> line(new TestSnaps().gadget("cmdline.extra", "quiet #splash")))
                .hasMessage("cannot read cmdline.extra of the gadget: \"#splash\" starts with #");
    }

    @Test
    void bothFilesAreTooMany() {
        assertThatThrownBy(
                        () -> line(new TestSnaps().gadget("cmdline.extra", "a").gadget("cmdline.full", "b")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot read the gadget's kernel arguments: it has both cmdline.extra and cmdline.full");
    }

    private static String line(TestSnaps snaps) throws IOException {
        return CommandLine.of(snaps.snaps(), false).text();
    }
}
