package io.coreimage.bootloader;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Turns the gadget's defaults for the system into the files that snapd would write for them. */
final class SystemDefaults {

    static final String FOLDER = "_writable_defaults/";
    static final String CONSOLE_CONF = "var/lib/console-conf/complete";

    private static final String UNITS = "etc/systemd/system/";
    private static final String NOWHERE = "/dev/null";
    private static final String NO_SSH = "ssh is disabled by a default of the gadget\n";
    private static final Size LEAST_TMP = Size.ofMiB(16);

    /** Experimental features that other programs look for as files. */
    private static final Set<String> EXPORTED = Set.of(
            "parallel-instances",
            "hidden-snap-folder",
            "move-snap-home-dir",
            "refresh-app-awareness-ux",
            "confdb",
            "apparmor-prompting");

    private static final Map<String, String> MASKED = Map.of(
            "service.rsyslog.disable", "rsyslog.service",
            "service.systemd-resolved.disable", "systemd-resolved.service",
            "system.disable-backlight-service", "systemd-backlight@.service");

    private static final Set<String> IMPOSSIBLE =
            Set.of("service.ssh.listen-address", "homedirs", "system.homedirs", "system.motd");

    private final FileTree.Builder files;

    SystemDefaults(FileTree.Builder files) {
        this.files = files;
    }

    void add(SortedMap<String, Object> defaults) {
        directory("etc");
        directory("etc/sysctl.d");
        directory("var/lib/snapd/features");
        Options options = new Options(defaults);
        for (String each : IMPOSSIBLE) {
            if (options.has(each)) {
                throw Options.refuse(each, "it cannot be set in an image of Ubuntu Core 16 or 18");
            }
        }
        addStore(options);
        addServices(options);
        addSystem(options);
        addLimits(options);
        addFeatures(options, defaults);
    }

    private void addStore(Options options) {
        String access = options.oneOf("store.access", List.of("offline"));
        file("var/lib/snapd/repair.json", "{\"store-offline\":" + (access != null) + "}");
    }

    private void addServices(Options options) {
        if (options.has("service.ssh.disable")) {
            directory("etc/ssh");
        }
        if (options.flag("service.ssh.disable")) {
            file("etc/ssh/sshd_not_to_be_run", NO_SSH);
        }
        if (options.flag("service.console-conf.disable")) {
            file(CONSOLE_CONF, "console-conf is disabled by a default of the gadget\n");
        }
        MASKED.forEach((option, unit) -> {
            if (options.flag(option)) {
                link(UNITS + unit, NOWHERE);
            }
        });
        if ("none".equals(options.oneOf("system.ctrl-alt-del-action", List.of("none", "reboot")))) {
            link(UNITS + "ctrl-alt-del.target", NOWHERE);
        }
    }

    private void addSystem(Options options) {
        String host = options.matching(
                "system.hostname",
                "(?=.{1,64}$)[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*");
        if (host != null) {
            file("etc/writable/hostname", host + "\n");
        }
        String zone = options.matching("system.timezone", "[a-zA-Z0-9+_-]+(/[a-zA-Z0-9+_-]+){0,2}");
        if (zone != null) {
            link("etc/writable/localtime", "/usr/share/zoneinfo/" + zone);
            file("etc/writable/timezone", zone + "\n");
        }
        String key = options.oneOf("system.power-key-action", Options.POWER_ACTIONS);
        if (key != null) {
            file("etc/systemd/logind.conf.d/00-snap-core.conf", "[Login]\nHandlePowerKey=" + key + "\n");
        }
        String level = options.matching("system.kernel.printk.console-loglevel", "[0-7]");
        if (level != null) {
            file("etc/sysctl.d/99-snapd.conf", "kernel.printk = " + level + " 4 1 7\n");
        }
        if (options.flag("network.disable-ipv6")) {
            file("etc/sysctl.d/10-snapd-network.conf", "net.ipv6.conf.all.disable_ipv6=1\n");
        }
        if (options.flag("users.lockout")) {
            file("etc/writable/account-lockout.enabled", "");
        }
        if (options.flag("journal.persistent")) {
            directory("var/log/journal");
            file("var/log/journal/.snapd-created", "");
        }
    }

    private void addLimits(Options options) {
        List<String> watchdog = new ArrayList<>();
        addSeconds(watchdog, "RuntimeWatchdogSec", options.seconds("watchdog.runtime-timeout"));
        addSeconds(watchdog, "ShutdownWatchdogSec", options.seconds("watchdog.shutdown-timeout"));
        if (!watchdog.isEmpty()) {
            file(
                    "etc/systemd/system.conf.d/10-snapd-watchdog.conf",
                    "[Manager]\n" + String.join("\n", watchdog) + "\n");
        }
        Size swap = options.size("swap.size");
        if (swap != null) {
            file(
                    "etc/default/swapfile",
                    "FILE=/var/tmp/swapfile.swp\nSIZE="
                            + swap.bytes() / Size.ofMiB(1).bytes() + "\n");
        }
        Size tmp = options.size("tmp.size");
        if (tmp != null && tmp.bytes() != 0 && tmp.compareTo(LEAST_TMP) < 0) {
            throw Options.refuse("tmp.size", "it must be at least 16M, or 0");
        }
        if (tmp != null) {
            file(
                    UNITS + "tmp.mount.d/override.conf",
                    "[Mount]\nOptions=mode=1777,strictatime,nosuid,nodev,size=" + options.text("tmp.size") + "\n");
        }
    }

    private static void addSeconds(List<String> lines, String key, @Nullable Long seconds) {
        if (seconds != null) {
            lines.add(key + "=" + seconds);
        }
    }

    private void addFeatures(Options options, SortedMap<String, Object> defaults) {
        String prefix = "experimental.";
        for (String each : defaults.keySet()) {
            if (each.startsWith(prefix) && options.flag(each) && EXPORTED.contains(each.substring(prefix.length()))) {
                file("var/lib/snapd/features/" + each.substring(prefix.length()), "");
            }
        }
    }

    private void directory(String path) {
        files.directory(FOLDER + path);
    }

    private void file(String path, String text) {
        files.file(FOLDER + path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void link(String path, String target) {
        files.symlink(FOLDER + path, target);
    }

    /** The defaults, asked by name; a value that makes no sense is refused. */
    private record Options(SortedMap<String, Object> values) {

        private static final List<String> POWER_ACTIONS = List.of(
                "ignore",
                "poweroff",
                "reboot",
                "halt",
                "kexec",
                "suspend",
                "hibernate",
                "hybrid-sleep",
                "suspend-then-hibernate",
                "lock");

        static RefusedException refuse(String option, String reason) {
            return new RefusedException("cannot use default " + option + " of the gadget: " + reason);
        }

        boolean has(String option) {
            return !text(option).isEmpty();
        }

        String text(String option) {
            return String.valueOf(values.getOrDefault(option, ""));
        }

        boolean flag(String option) {
            return "true".equals(oneOf(option, List.of("true", "false")));
        }

        @Nullable
        String oneOf(String option, List<String> known) {
            String text = text(option);
            if (!text.isEmpty() && !known.contains(text)) {
                throw refuse(option, "\"" + text + "\" is none of " + String.join(", ", known));
            }
            return text.isEmpty() ? null : text;
        }

        @Nullable
        String matching(String option, String pattern) {
            String text = text(option);
            if (!text.isEmpty() && !text.matches(pattern)) {
                throw refuse(option, "\"" + text + "\" makes no sense there");
            }
            return text.isEmpty() ? null : text;
        }

        @Nullable
        Size size(String option) {
            return has(option) ? Size.parse(text(option)) : null;
        }

        @Nullable
        Long seconds(String option) {
            return has(option) ? GoDuration.seconds(text(option), option) : null;
        }
    }
}
