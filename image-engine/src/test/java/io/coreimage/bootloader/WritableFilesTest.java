package io.coreimage.bootloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Symlink;
import io.coreimage.gadget.ModelKind;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritableFilesTest {

    private static final String DEFAULTS = "_writable_defaults/";

    @Test
    void withoutDefaultsThereIsNothing() throws IOException {
        assertThat(TestSnaps.paths(WritableFiles.of(new TestSnaps().snaps(), Customization.NONE)))
                .isEmpty();
    }

    @Test
    void anyDefaultBringsTheFoldersThatSnapdMakes() throws IOException {
        assertThat(TestSnaps.paths(defaults("x: y")))
                .containsExactly(
                        "_writable_defaults/",
                        "_writable_defaults/etc/",
                        "_writable_defaults/etc/sysctl.d/",
                        "_writable_defaults/var/",
                        "_writable_defaults/var/lib/",
                        "_writable_defaults/var/lib/snapd/",
                        "_writable_defaults/var/lib/snapd/features/",
                        "_writable_defaults/var/lib/snapd/repair.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    service.console-conf.disable: true         | var/lib/console-conf/complete                          | console-conf is disabled by a default of the gadget;
                    service.ssh.disable: true                  | etc/ssh/sshd_not_to_be_run                             | ssh is disabled by a default of the gadget;
                    system.hostname: my-host.local             | etc/writable/hostname                                  | my-host.local;
                    system.timezone: Europe/Berlin             | etc/writable/timezone                                  | Europe/Berlin;
                    system.power-key-action: reboot            | etc/systemd/logind.conf.d/00-snap-core.conf            | [Login];HandlePowerKey=reboot;
                    system.kernel.printk.console-loglevel: 3   | etc/sysctl.d/99-snapd.conf                             | kernel.printk = 3 4 1 7;
                    network.disable-ipv6: true                 | etc/sysctl.d/10-snapd-network.conf                     | net.ipv6.conf.all.disable_ipv6=1;
                    watchdog.runtime-timeout: 1m30s            | etc/systemd/system.conf.d/10-snapd-watchdog.conf       | [Manager];RuntimeWatchdogSec=90;
                    watchdog.shutdown-timeout: 10m             | etc/systemd/system.conf.d/10-snapd-watchdog.conf       | [Manager];ShutdownWatchdogSec=600;
                    swap.size: 256M                            | etc/default/swapfile                                   | FILE=/var/tmp/swapfile.swp;SIZE=256;
                    tmp.size: 64M                              | etc/systemd/system/tmp.mount.d/override.conf           | [Mount];Options=mode=1777,strictatime,nosuid,nodev,size=64M;
                    store.access: offline                      | var/lib/snapd/repair.json                              | {"store-offline":true}
                    experimental.parallel-instances: true      | var/lib/snapd/features/parallel-instances              | ''
                    users.lockout: true                        | etc/writable/account-lockout.enabled                   | ''
                    journal.persistent: true                   | var/log/journal/.snapd-created                         | ''
                    """)
    void aDefaultIsAFile(String option, String path, String content) throws Exception {
        assertThat(TestSnaps.text(defaults(option), DEFAULTS + path)).isEqualTo(content.replace(';', '\n'));
    }

    @ParameterizedTest
    @CsvSource({
        "'system.timezone: UTC', etc/writable/localtime, /usr/share/zoneinfo/UTC",
        "'service.rsyslog.disable: true', etc/systemd/system/rsyslog.service, /dev/null",
        "'service.systemd-resolved.disable: true', etc/systemd/system/systemd-resolved.service, /dev/null",
        "'system.ctrl-alt-del-action: none', etc/systemd/system/ctrl-alt-del.target, /dev/null",
        "'system.disable-backlight-service: true', etc/systemd/system/systemd-backlight@.service, /dev/null"
    })
    void aDefaultIsALink(String option, String path, String target) throws Exception {
        assertThat(defaults(option).find(DEFAULTS + path))
                .isInstanceOfSatisfying(
                        Symlink.class, link -> assertThat(link.target()).isEqualTo(target));
    }

    @Test
    void whatIsFalseLeavesNothing() throws Exception {
        assertThat(TestSnaps.paths(defaults(
                        "{service.ssh.disable: false, service.rsyslog.disable: false, journal.persistent: false,"
                                + " experimental.confdb: false, system.ctrl-alt-del-action: reboot}")))
                .contains("_writable_defaults/etc/ssh/")
                .noneMatch(each -> each.contains("systemd") || each.contains("sshd") || each.contains("confdb"));
    }

    @ParameterizedTest
    @CsvSource({
        "'service.ssh.disable: maybe', '\"maybe\" is none of true, false'",
        "'system.hostname: -x', '\"-x\" makes no sense there'",
        "'system.timezone: ../etc/passwd', '\"../etc/passwd\" makes no sense there'",
        "'system.kernel.printk.console-loglevel: 8', '\"8\" makes no sense there'",
        "'watchdog.runtime-timeout: soon', '\"soon\" is no length of time'",
        "'tmp.size: 1M', 'it must be at least 16M, or 0'",
        "'service.ssh.listen-address: 1.2.3.4', 'it cannot be set in an image of Ubuntu Core 16 or 18'"
    })
    void aValueThatMakesNoSenseIsRefused(String option, String reason) {
        assertThatThrownBy(() -> defaults(option))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "cannot use default " + option.substring(0, option.indexOf(':')) + " of the gadget: " + reason);
    }

    @Test
    void theUserDisablesConsoleConfAndGivesUserData() throws Exception {
        BootSnaps snaps = new TestSnaps().gadget("cloud.conf", "cloud").snaps();
        FileTree files =
                WritableFiles.of(snaps, new Customization(true, TestSnaps.source("#cloud-config\n"), List.of()));
        assertThat(TestSnaps.text(files, DEFAULTS + "var/lib/console-conf/complete"))
                .isNotEmpty();
        assertThat(TestSnaps.text(files, "var/lib/cloud/seed/nocloud-net/user-data"))
                .isEqualTo("#cloud-config\n");
        assertThat(TestSnaps.text(files, "var/lib/cloud/seed/nocloud-net/meta-data"))
                .isEqualTo("instance-id: nocloud-static\n");
        assertThat(TestSnaps.text(files, "etc/cloud/cloud.cfg")).isEqualTo("cloud");
    }

    @Test
    void everythingImpossibleIsSaidAtOnce() {
        Customization all = new Customization(true, TestSnaps.source(""), List.of("factory"));
        assertThatThrownBy(() -> all.check(ModelKind.CORE))
                .hasMessage("cannot customize an image of Ubuntu Core 16 or 18: boot flags (factory) cannot be set");
        assertThatThrownBy(() -> all.check(ModelKind.CORE_WITH_MODES))
                .hasMessage("cannot customize an image of Ubuntu Core 20 or later: console-conf cannot be disabled;"
                        + " cloud-init user data cannot be given");
        assertThatThrownBy(() -> all.check(ModelKind.CLASSIC_WITH_MODES))
                .hasMessage("cannot customize an image of a classic model: console-conf cannot be disabled;"
                        + " boot flags (factory) cannot be set");
        Customization.NONE.check(ModelKind.CORE);
        new Customization(false, null, List.of("factory")).check(ModelKind.CORE_WITH_MODES);
    }

    private static FileTree defaults(String option) throws IOException {
        String system = option.startsWith("{") ? option : "{" + option.replaceFirst(": ", ": \"") + "\"}";
        return WritableFiles.of(
                new TestSnaps().yaml("defaults: {system: " + system + "}\n").snaps(), Customization.NONE);
    }
}
