package io.coreimage.bootloader;

import io.coreimage.gadget.KernelArgument;
import io.coreimage.gadget.KernelCommandLine;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernel's command line of a recovery system: the words that every system has, what the gadget makes of them, and
 * what its defaults append.
 * @param text the words with a blank between them
 * @param warnings what is worth a word
 */
record CommandLine(String text, List<String> warnings) {

    private static final String EXTRA = "cmdline.extra";
    private static final String FULL = "cmdline.full";
    private static final String APPEND = "system.kernel.cmdline-append";
    private static final String APPEND_DANGEROUS = "system.kernel.dangerous-cmdline-append";
    private static final Set<String> FORBIDDEN = Set.of("root", "nfsroot", "init");
    private static final Set<String> ALLOWED = Set.of("snapd_system_disk", "snapd.debug");

    /** By the architecture of the image, for the edition that our menu declares. */
    private static final Map<Architecture, String> STATIC = Map.of(
            Architecture.AMD64, "console=ttyS0 console=tty1 panic=-1",
            Architecture.I386, "console=ttyS0 console=tty1 panic=-1",
            Architecture.ARM64, "panic=-1");

    static CommandLine of(BootSnaps snaps, boolean dangerous) throws IOException {
        SnapFiles files = snaps.gadgetFiles();
        boolean extra = files.find(EXTRA) != null;
        boolean full = files.find(FULL) != null;
        if (extra && full) {
            throw new RefusedException(
                    "cannot read the gadget's kernel arguments: it has both " + EXTRA + " and " + FULL,
                    "Keep the one that is meant.");
        }
        List<String> warnings = new ArrayList<>();
        String append = appended(snaps.gadget().defaults().system(), dangerous, warnings);
        String words = STATIC.getOrDefault(snaps.architecture(), "");
        KernelCommandLine gadget = snaps.gadget().kernelCommandLine();
        String line;
        if (gadget.changes()) {
            line = join(kept(words, gadget), words("kernel-cmdline", gadget.append()), append);
        } else if (full) {
            line = join(fromFile(files, FULL), append);
        } else {
            line = join(words, extra ? fromFile(files, EXTRA) : "", append);
        }
        return new CommandLine(line, List.copyOf(warnings));
    }

    private static String kept(String words, KernelCommandLine gadget) {
        return KernelCommandLine.split(words).stream()
                .filter(each -> gadget.remove().stream().noneMatch(pattern -> pattern.matches(each)))
                .map(KernelArgument::toString)
                .collect(Collectors.joining(" "));
    }

    private static String fromFile(SnapFiles files, String path) throws IOException {
        String line =
                files.text(path).lines().filter(each -> !each.startsWith("#")).collect(Collectors.joining(" "));
        return words(path, KernelCommandLine.split(line));
    }

    private static String words(String source, List<KernelArgument> arguments) {
        arguments.forEach(each -> check(source, each));
        return arguments.stream().map(KernelArgument::toString).collect(Collectors.joining(" "));
    }

    private static void check(String source, KernelArgument argument) {
        String name = argument.name();
        if (name.startsWith("#")) {
            throw new RefusedException(
                    "cannot read " + source + " of the gadget: \"" + argument + "\" starts with #",
                    "A comment needs a line of its own.");
        }
        if (FORBIDDEN.contains(name) || (name.startsWith("snapd") && !ALLOWED.contains(name))) {
            throw new RefusedException("cannot use kernel argument \"" + argument + "\" of the gadget: \"" + name
                    + "\" belongs to the system");
        }
    }

    /** Without the grade for the dangerous one both are left out, as the device does. */
    private static String appended(SortedMap<String, Object> defaults, boolean dangerous, List<String> warnings) {
        if (defaults.containsKey(APPEND_DANGEROUS) && !dangerous) {
            warnings.add("the gadget's default " + APPEND_DANGEROUS
                    + " is for models of grade dangerous; no default is appended to the kernel's command line");
            return "";
        }
        return join(text(defaults, APPEND), text(defaults, APPEND_DANGEROUS));
    }

    private static String text(SortedMap<String, Object> defaults, String key) {
        return KernelCommandLine.split(String.valueOf(defaults.getOrDefault(key, ""))).stream()
                .map(KernelArgument::toString)
                .collect(Collectors.joining(" "));
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }
}
